# The vocabulary of our CMakeLists: till_library, till_program, till_test. Flags live in one INTERFACE target, nothing is global.
find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(till_build INTERFACE)
target_compile_features(till_build INTERFACE cxx_std_23)
target_include_directories(till_build INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(till_build INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 GUICHET_VERSION="${PROJECT_VERSION}" ZX_USE_UTF8)
if(MSVC)
    target_compile_options(till_build INTERFACE /W4 /WX /utf-8)
else()
    target_compile_options(till_build INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
        -Wno-missing-field-initializers -Wold-style-cast -Wcast-qual -Wformat=2 -Wimplicit-fallthrough -Werror)
endif()
if(GUICHET_SANITIZE)
    target_compile_options(till_build INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
        -Wno-maybe-uninitialized) # GCC 12 sees ghosts in <functional> and <optional> when it instruments
    target_link_options(till_build INTERFACE -fsanitize=address,undefined)
endif()
if(GUICHET_FUZZ)
    target_compile_options(till_build INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -Wno-error)
    target_link_options(till_build INTERFACE -fsanitize=address,undefined)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo" AND NOT MSVC)
    # What GCC 12 guesses from the flow at -O2 is no error; everything else is, as in the other presets.
    foreach(guess maybe-uninitialized array-bounds stringop-overflow stringop-overread restrict free-nonheap-object dangling-pointer)
        target_compile_options(till_build INTERFACE -Wno-error=${guess})
    endforeach()
endif()
find_program(MOLD mold)
if(MOLD AND NOT WIN32 AND NOT APPLE)
    target_link_options(till_build INTERFACE -fuse-ld=mold)
endif()

# till_headers(name DEPENDS target… HEADERS header…): precompiled once, for every target that says till_use_headers(target name).
function(till_headers name)
    cmake_parse_arguments(arg "" "" "DEPENDS;HEADERS" ${ARGN})
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/headers/${name}.cpp CONTENT "")
    add_library(till_headers_${name} OBJECT ${CMAKE_BINARY_DIR}/headers/${name}.cpp)
    target_link_libraries(till_headers_${name} PRIVATE till_build ${arg_DEPENDS})
    target_precompile_headers(till_headers_${name} PRIVATE <expected> <optional> <vector> <QString> <QDateTime> ${arg_HEADERS})
endfunction()

function(till_use_headers target name)
    target_precompile_headers(${target} REUSE_FROM till_headers_${name})
endfunction()

till_headers(core DEPENDS Qt6::Core HEADERS <QJsonObject>)
till_headers(widgets DEPENDS Qt6::Widgets HEADERS <QBoxLayout> <QPainter> <QWidget>)

set(till_unity UNITY_BUILD OFF)
if(GUICHET_UNITY GREATER 0)
    set(till_unity UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${GUICHET_UNITY})
endif()

# till_library(name DEPENDS target… SOURCES file… [WIDGETS]): one arrow list per folder. The target is till::name. WIDGETS: most of its files
# show something. With GUICHET_UNITY several files are compiled as one, so names of unnamed namespaces are unique within a folder.
function(till_library name)
    cmake_parse_arguments(arg "WIDGETS" "" "DEPENDS;SOURCES" ${ARGN})
    add_library(till_${name} STATIC ${arg_SOURCES})
    add_library(till::${name} ALIAS till_${name})
    set_target_properties(till_${name} PROPERTIES AUTOMOC ON AUTORCC ON ${till_unity})
    target_link_libraries(till_${name} PUBLIC till_build ${arg_DEPENDS})
    set(headers core)
    if(arg_WIDGETS)
        set(headers widgets)
    endif()
    till_use_headers(till_${name} ${headers})
endfunction()

# till_program(name DEPENDS … SOURCES …): lands in bin/.
function(till_program name)
    cmake_parse_arguments(arg "" "" "DEPENDS;SOURCES" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON AUTORCC ON)
    target_link_libraries(${name} PRIVATE till_build ${arg_DEPENDS})
endfunction()

# till_test(name DEPENDS … SOURCES … [LABELS …] [TIMEOUT s] [GUI]): one binary per folder, run by ctest, offscreen. GUI: with a QApplication.
function(till_test name)
    cmake_parse_arguments(arg "GUI" "TIMEOUT" "DEPENDS;SOURCES;LABELS" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 900) # generous: a busy machine is no defect
    endif()
    set(main till::catch)
    if(arg_GUI)
        set(main till::catch_gui)
    endif()
    add_executable(test_${name} ${arg_SOURCES})
    set_target_properties(test_${name} PROPERTIES AUTOMOC ON ${till_unity})
    target_link_libraries(test_${name} PRIVATE till_build ${main} ${arg_DEPENDS})
    if(GUICHET_SANITIZE)
        target_compile_options(test_${name} PRIVATE -O0) # tests are compiled once and run once
    endif()
    till_use_headers(test_${name} catch)
    add_test(NAME ${name} COMMAND test_${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=Europe/Brussels;QT_LOGGING_RULES=qt.qpa.*=false")
endfunction()

# till_test_on_postgresql(name): what test_name does, a second time on a PostgreSQL that it starts itself. What is of SQLite alone is tagged.
function(till_test_on_postgresql name)
    add_test(NAME ${name}_postgresql COMMAND test_${name} "~[sqlite]")
    get_test_property(${name} ENVIRONMENT environment)
    set_tests_properties(${name}_postgresql PROPERTIES TIMEOUT 1800 LABELS postgresql
        ENVIRONMENT "${environment};GUICHET_TEST_ENGINE=postgresql")
endfunction()

# till_fuzz(name DEPENDS … SOURCES …): a libFuzzer program fuzz_name, run by .ci/fuzz from the inputs in corpus/name. Nothing but in the preset fuzz.
function(till_fuzz name)
    if(NOT GUICHET_FUZZ)
        return()
    endif()
    cmake_parse_arguments(arg "" "" "DEPENDS;SOURCES" ${ARGN})
    add_executable(fuzz_${name} ${arg_SOURCES})
    target_link_libraries(fuzz_${name} PRIVATE till_build ${arg_DEPENDS})
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
endfunction()
