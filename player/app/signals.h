#pragma once

namespace lobby::app {

/// From now on SIGTERM, SIGINT and SIGHUP only leave a mark, and a write to a broken pipe only errs. Main thread.
void catch_stop_signals();

/// Whether a stop signal has come. Any thread.
bool stop_requested();

/// Keeps stop signals away from the calling thread, so that they interrupt the render thread's sleep.
void block_stop_signals();

}  // namespace lobby::app
