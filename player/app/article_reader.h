#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/hosts.h"
#include "base/clock.h"
#include "content/document.h"
#include "net/http.h"
#include "store/store.h"

namespace lobby::app {

enum class Reach { store, network };

/// The articles behind headlines: their photos with captions, their leads. Fetch thread.
class ArticleReader {
 public:
  ArticleReader(store::Store& store, net::HttpClient& http, Hosts& hosts, const Clock& clock)
      : store_(store), http_(http), hosts_(hosts), clock_(clock) {}

  /// The article behind a link. With Reach::store what is stored, or nothing. With Reach::network only an article that
  /// is new or has changed: it is asked for, conditionally, at most every six hours, also across restarts (every half
  /// an hour where it failed); whatever goes wrong, the copy that was good stays.
  std::optional<content::Reading> read(const std::string& link, Reach reach);

 private:
  store::Store& store_;
  net::HttpClient& http_;
  Hosts& hosts_;
  const Clock& clock_;
  /// When the article is asked for next; the first time, when the stored copy is old enough.
  SteadyTime& due(const std::string& link, const std::optional<store::StoredDocument>& stored);

  std::map<std::string, SteadyTime> due_;
};

/// What an article says beyond its headline in a feed: its photos with their captions, and a lead where there was none.
void complete(content::Headline& headline, const content::Headline& article);

}  // namespace lobby::app
