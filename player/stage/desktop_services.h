#pragma once

namespace lobby::stage {

/// Keeps SDL from what it does for programs with a user at the keyboard. Under X11 it asks libdbus for the bus of the
/// session, and where there is none libdbus starts one: a fork among our threads, and a wait without limit for a
/// program that need not answer; one that runs is used. And it has libX11 read the table of composed letters
/// (Compose(5)), for which a start takes a tenth longer. Changes the environment, so: before the first thread starts.
void use_no_desktop_services();

}  // namespace lobby::stage
