#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "base/clock.h"
#include "content/document.h"
#include "gather/hosts.h"
#include "net/http.h"
#include "store/store.h"

namespace lobby::gather {

/// The articles behind headlines: their photos with captions, their leads. An article is asked for, conditionally, at
/// most every six hours, also across restarts (every half an hour where it failed); whatever goes wrong, the copy that
/// was good stays. Fetch thread.
class ArticleReader {
 public:
  ArticleReader(store::Store& store, Hosts& hosts, const Clock& clock) : store_(store), hosts_(hosts), clock_(clock) {}

  /// What is stored of the article behind a headline; nothing where that is no article of it.
  std::optional<content::Headline> stored(const content::Headline& headline);

  /// The request for an article that is due; nothing otherwise.
  std::optional<net::Request> request(const content::Headline& headline);

  /// Judges and keeps the answer. Returns an article that is new or has changed.
  std::optional<content::Headline> accept(const content::Headline& headline, net::HttpClient::Finished answer);

 private:
  std::optional<content::Headline> usable(const store::StoredDocument& document, const content::Headline& headline);
  void forget_what_is_due();

  store::Store& store_;
  Hosts& hosts_;
  const Clock& clock_;
  std::map<std::string, SteadyTime> due_;  ///< By link.
};

/// What an article says beyond its headline in a feed: its photos with their captions, and a lead where there was none.
void complete(content::Headline& headline, const content::Headline& article);

}  // namespace lobby::gather
