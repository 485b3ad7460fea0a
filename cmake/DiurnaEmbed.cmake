# diurna_embed(TARGET FILE...)
# Puts the bytes of each file (paths below data/) into TARGET as read-only data and writes the table that
# core/resources looks them up in. The assembler's .incbin does the copying, so that a model of many megabytes costs no compile time.
function(diurna_embed target)
  set(table "")
  set(declarations "")
  set(assembly "  .section .rodata\n")
  set(index 0)
  foreach(name IN LISTS ARGN)
    set(path ${PROJECT_SOURCE_DIR}/data/${name})
    string(APPEND assembly "  .balign 64\n  .global diurna_resource_${index}\n  .hidden diurna_resource_${index}\n"
      "diurna_resource_${index}:\n  .incbin \"${path}\"\n"
      "  .global diurna_resource_${index}_end\n  .hidden diurna_resource_${index}_end\n"
      "diurna_resource_${index}_end:\n  .byte 0\n")
    string(APPEND declarations "extern const char diurna_resource_${index}[];\nextern const char diurna_resource_${index}_end[];\n")
    string(APPEND table "    {\"${name}\", diurna_resource_${index}, diurna_resource_${index}_end},\n")
    list(APPEND paths ${path})
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembly "  .section .note.GNU-stack,\"\",%progbits\n")
  set(dir ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  file(CONFIGURE OUTPUT ${dir}/resources.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${dir}/resources_table.cpp CONTENT
"#include \"core/embedded.hpp\"

extern \"C\" {
${declarations}}

namespace diurna::detail {
namespace {
const EmbeddedFile files[] = {
${table}};
}  // namespace

std::span<const EmbeddedFile> embedded_files() { return files; }
}  // namespace diurna::detail
" @ONLY)
  set_source_files_properties(${dir}/resources.S PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE ${dir}/resources.S ${dir}/resources_table.cpp)
endfunction()
