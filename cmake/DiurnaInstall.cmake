include(CMakePackageConfigHelpers)
install(TARGETS diurna diurna_bgl EXPORT diurna-targets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/diurna DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
install(FILES ${PROJECT_BINARY_DIR}/include/diurna/version.hpp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/diurna)
install(EXPORT diurna-targets NAMESPACE diurna:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/diurna)
configure_package_config_file(cmake/diurna-config.cmake.in ${PROJECT_BINARY_DIR}/diurna-config.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/diurna)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/diurna-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/diurna-config.cmake ${PROJECT_BINARY_DIR}/diurna-config-version.cmake
  cmake/Findre2.cmake cmake/Findserd.cmake cmake/Findutf8proc.cmake cmake/FindxxHash.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/diurna)
if(TARGET diurna_cli)
  install(TARGETS diurna_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
