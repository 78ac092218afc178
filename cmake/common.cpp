// Carries the precompiled headers of the rooms (see room.cmake).
