# A room is a folder of player/ and a static library of the same name.
#   room(text SOURCES clean.cpp ... USES base LINKS PkgConfig::utf8proc [APART png.cpp ...])
# USES are rooms whose headers this room's headers may include; LINKS are third-party libraries of which this
# room is the only home, so they stay private.
add_library(lobby_options INTERFACE)
target_include_directories(lobby_options INTERFACE ${PROJECT_SOURCE_DIR}/player)
# SDL's and httplib's packages define it; precompiled headers serve only files with the same definitions.
target_compile_definitions(lobby_options INTERFACE _REENTRANT)
# Where files are compiled together a name of the one may hide that of another, which is nothing to warn of.
set(LOBBY_TOGETHER_HERE $<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>)
target_compile_options(lobby_options INTERFACE
  -Wall -Wextra -Wpedantic $<IF:${LOBBY_TOGETHER_HERE},-Wshadow=local,-Wshadow>
  $<${LOBBY_TOGETHER_HERE}:-Wno-subobject-linkage> -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wimplicit-fallthrough -fno-strict-aliasing)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 warns of std::string's own operator+ at -O2 (its bug 105329).
  target_compile_options(lobby_options INTERFACE -Wno-restrict)
endif()
option(LOBBY_WERROR "Treat warnings as errors" OFF)
if(LOBBY_WERROR)
  target_compile_options(lobby_options INTERFACE -Werror)
endif()
set(LOBBY_SANITIZE "" CACHE STRING "Sanitizers of this build, for example address,undefined")
if(LOBBY_SANITIZE)
  target_compile_options(lobby_options INTERFACE -fsanitize=${LOBBY_SANITIZE} -fno-omit-frame-pointer
                                                 -fno-sanitize-recover=all)
  if(LOBBY_SANITIZE MATCHES undefined)
    # A check at every use of a pointer takes half of the time to compile. Where there is nothing the process ends anyway,
    # and what is there no longer, or is smaller, the address sanitizer finds.
    target_compile_options(lobby_options INTERFACE -fno-sanitize=null,alignment,vptr,object-size)
  endif()
  target_link_options(lobby_options INTERFACE -fsanitize=${LOBBY_SANITIZE})
endif()

if(LOBBY_FUZZ)
  # The fuzzer follows what the rooms do, not only its own few lines.
  target_compile_options(lobby_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# What nearly every file includes, parsed once a preset and not three hundred times. The presets that install or
# check the code disable it, so every file still has to name what it needs.
set(LOBBY_COMMON_HEADERS <algorithm> <array> <chrono> <cstdint> <expected> <filesystem> <fstream> <functional> <map>
    <memory> <optional> <set> <string> <string_view> <utility> <variant> <vector>
    "${PROJECT_SOURCE_DIR}/player/base/format.h")
add_library(lobby_common OBJECT ${PROJECT_SOURCE_DIR}/cmake/common.cpp)
target_link_libraries(lobby_common PRIVATE lobby_options lobby_base)
target_precompile_headers(lobby_common PRIVATE ${LOBBY_COMMON_HEADERS})

# Files of a room are compiled several at a time: the headers that they share cost more than what is in them, and the
# whole tree takes a third of the time. So names in the unnamed namespaces of a room are unlike each other. Off where
# each file must stand by itself (clang-tidy, fuzzing), and for files that are APART: readers and
# decoders, each of one format, have the same words for different things.
option(LOBBY_TOGETHER "Compile several files of a room at a time" ON)

function(room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;LINKS;APART" ${ARGN})
  add_library(lobby_${name} STATIC ${ROOM_SOURCES})
  if(NOT name STREQUAL base)
    target_precompile_headers(lobby_${name} REUSE_FROM lobby_common)
  endif()
  set_source_files_properties(${ROOM_APART} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  if(LOBBY_TOGETHER)
    set_target_properties(lobby_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  endif()
  target_link_libraries(lobby_${name} PUBLIC lobby_options PRIVATE ${ROOM_LINKS})
  foreach(used ${ROOM_USES})
    target_link_libraries(lobby_${name} PUBLIC lobby_${used})
  endforeach()
endfunction()
