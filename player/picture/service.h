#pragma once

// The decoder's side: it runs in a process of its own and nowhere else.
namespace lobby::picture {

/// Says that it listens, then answers requests on the socket until the other side is gone.
void serve(int socket);

}  // namespace lobby::picture
