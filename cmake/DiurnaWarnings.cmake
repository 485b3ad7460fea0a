# diurna_warnings: a private interface target, never exported.
add_library(diurna_warnings INTERFACE)
target_compile_options(diurna_warnings INTERFACE -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast)
if(DIURNA_WARNINGS_AS_ERRORS)
  target_compile_options(diurna_warnings INTERFACE -Werror)
endif()
