#pragma once

namespace lobby::stage {

/// Keeps SDL from starting a message bus where the session has none. Under X11 SDL asks libdbus for the bus of the
/// session, and libdbus then starts one: a fork among our threads, and a wait without limit for a program that need not
/// answer. The show needs no bus; one that runs is used. Changes the environment, so: before the first thread starts.
void start_no_session_bus();

}  // namespace lobby::stage
