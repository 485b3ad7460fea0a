if(DIURNA_SANITIZE)
  add_compile_options(-fsanitize=${DIURNA_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${DIURNA_SANITIZE})
endif()
