# What every target is compiled with, and the function that adds a layer.

add_library(pahunch_compiler INTERFACE)
target_include_directories(pahunch_compiler INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(pahunch_compiler INTERFACE -ffp-contract=off)  # the same bits on every x86-64
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")  # clang builds with the sanitizers; what it warns of is not kept clean
  target_compile_options(pahunch_compiler INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
    -Woverloaded-virtual -Wold-style-cast -Wcast-align -Wduplicated-cond
    -Wlogical-op -Werror)
endif()

if(CMAKE_BUILD_TYPE STREQUAL "Release")
  # All libraries end up in programs: -fPIE and not -fPIC, which would keep functions that another
  # library might replace from being inlined.
  target_compile_options(pahunch_compiler INTERFACE -fstack-protector-strong -fPIE)
  target_compile_definitions(pahunch_compiler INTERFACE _FORTIFY_SOURCE=2)
  target_link_options(pahunch_compiler INTERFACE -pie -Wl,-z,relro,-z,now)
endif()
if(CMAKE_UNITY_BUILD)
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 12)
  # GCC takes a source that a unity build includes for a header.
  target_compile_options(pahunch_compiler INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
if(PAHUNCH_SANITIZE)
  target_compile_options(pahunch_compiler INTERFACE
    -fsanitize=${PAHUNCH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(pahunch_compiler INTERFACE -fsanitize=${PAHUNCH_SANITIZE})
  if(PAHUNCH_SANITIZE MATCHES "address")
    # Half the time to build and to run; bad addresses are seen all the same, and the preset ubsan has them.
    target_compile_options(pahunch_compiler INTERFACE -fno-sanitize=null,alignment,object-size,vptr)
  endif()
  # GCC's flow analysis goes astray once the sanitizers have rewritten the code.
  target_compile_options(pahunch_compiler INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()
if(PAHUNCH_COVERAGE)
  target_compile_options(pahunch_compiler INTERFACE --coverage -fno-inline)
  target_link_options(pahunch_compiler INTERFACE --coverage)
endif()

find_program(ccache_program ccache)
if(ccache_program)
  # Without these settings it keeps nothing that is compiled with a precompiled header.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${ccache_program})
  target_compile_options(pahunch_compiler INTERFACE
    "$<IF:$<CXX_COMPILER_ID:Clang>,SHELL:-Xclang -fno-pch-timestamp,-fpch-preprocess>")
endif()

# pahunch_layer(NAME SOURCES file… [PUBLIC target…] [PRIVATE target…])
#
# A layer is one static library. PUBLIC: the layers it stands on. PRIVATE: third-party libraries,
# which therefore do not appear in its headers.
function(pahunch_layer name)
  cmake_parse_arguments(layer "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${layer_SOURCES})
  target_link_libraries(${name} PUBLIC pahunch_compiler ${layer_PUBLIC} PRIVATE ${layer_PRIVATE})
  # Under the sanitizers the program is optimised, and the tests are not: they run once. Only what reads
  # bytes from outside has its branches counted for libFuzzer, and the indices of its containers checked.
  set(readers "base|io|model|osm|planner")
  if(PAHUNCH_SANITIZE)
    target_compile_options(${name} PRIVATE -O1)
  endif()
  if(PAHUNCH_FUZZ AND name MATCHES "^pahunch_(${readers})$")
    target_compile_definitions(${name} PRIVATE _GLIBCXX_ASSERTIONS)
  endif()
  if(PAHUNCH_FUZZ AND name MATCHES "^pahunch_(${readers}|network)$")
    target_compile_options(${name} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()

# pahunch_test(NAME SOURCES file… LINK target…)
#
# One test program for the tests of one layer; each test case is a test of its own for ctest.
function(pahunch_test name)
  cmake_parse_arguments(test "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${test_SOURCES})
  target_link_libraries(${name} PRIVATE pahunch_compiler pahunch_test_support ${test_LINK}
                        Catch2::Catch2WithMain)
  target_precompile_headers(${name} REUSE_FROM pahunch_test_support)
  catch_discover_tests(${name} PROPERTIES SKIP_REGULAR_EXPRESSION "SKIPPED:" TIMEOUT 300)
endfunction()
