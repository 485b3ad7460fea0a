# diurna_test(MODULE FILE...): one doctest executable a module, each of its test cases a ctest entry.
include(doctest OPTIONAL)
function(diurna_test module)
  add_executable(test_${module} ${ARGN})
  target_link_libraries(test_${module} PRIVATE diurna_test_main)
  doctest_discover_tests(test_${module} TEST_PREFIX "${module}: " PROPERTIES LABELS ${module})
endfunction()
