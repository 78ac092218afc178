# For a board with 64-bit ARM, on another machine; deploy/package arm64 uses it.
#   cmake -DCMAKE_TOOLCHAIN_FILE=cmake/aarch64.cmake -DLOBBY_SYSROOT=DIR of deploy/sysroot
# Tests run through qemu-user.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(LOBBY_SYSROOT "" CACHE PATH "The unpacked root of that architecture, from deploy/sysroot")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES LOBBY_SYSROOT)
set(CMAKE_SYSROOT ${LOBBY_SYSROOT})
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)
set(CMAKE_LIBRARY_ARCHITECTURE aarch64-linux-gnu)
set(CMAKE_FIND_ROOT_PATH ${LOBBY_SYSROOT})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(ENV{PKG_CONFIG_SYSROOT_DIR} ${LOBBY_SYSROOT})
set(ENV{PKG_CONFIG_LIBDIR} ${LOBBY_SYSROOT}/usr/lib/aarch64-linux-gnu/pkgconfig:${LOBBY_SYSROOT}/usr/share/pkgconfig)
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64-static;-L;${LOBBY_SYSROOT})
