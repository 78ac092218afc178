#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "base/clock.h"
#include "content/item.h"
#include "gather/hosts.h"
#include "gather/local_media.h"
#include "net/http.h"
#include "picture/decoder.h"
#include "store/store.h"

namespace lobby::gather {

/// Pictures from the network into the store, each once it decoded to its last row. One that is stored is asked for
/// again, conditionally, every six hours, for portals replace pictures in their place; one that failed, after half an
/// hour. Fetch thread.
class PictureFetcher {
 public:
  PictureFetcher(store::Store& store, Hosts& hosts, const Clock& clock) : store_(store), hosts_(hosts), clock_(clock) {}

  /// The request for a picture that is due; nothing otherwise.
  std::optional<net::Request> request(const std::string& url);
  /// Proves and keeps the answer. True where there is something new.
  bool accept(const std::string& url, const net::HttpClient::Finished& answer);
  /// Nothing is expected for now: the decoder need not wait.
  void rest() { decoder_.rest(); }
  /// Sets `file` and `size` of an image that is stored or lies on this machine.
  void attach(content::Image& image) const;

 private:
  store::Store& store_;
  Hosts& hosts_;
  const Clock& clock_;
  std::map<std::string, SteadyTime> due_;  ///< By URL.
  mutable LocalPictures local_;            ///< Remembers; says the same.
  picture::Decoder decoder_;
};

}  // namespace lobby::gather
