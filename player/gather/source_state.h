#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "config/config.h"
#include "content/item.h"
#include "content/weather.h"
#include "net/http.h"
#include "store/records.h"

namespace lobby::gather {

/// The answer that a source's items come from: what the next request and the next answer are held against.
struct KnownAnswer {
  std::string url;  ///< That was asked.
  std::string etag;
  std::string last_modified;
  std::size_t digest = 0;  ///< Of the bytes and their type.
  SteadyTime stored_at;
  bool kept = true;  ///< The store took it.
};

/// What one source gave and when it is asked again.
struct SourceState {
  config::Source spec;
  std::string location;                      ///< An http(s) URL or a path; empty for lists and sticks.
  std::vector<content::Headline> shown;      ///< What can come to the screen, newest first.
  std::vector<content::Headline> headlines;  ///< All that its document says, in its order; see keeps_all.
  std::vector<content::Photo> photos;
  std::optional<content::Weather> weather;
  std::map<std::string, content::Headline> articles;  ///< Behind those that are shown, by link.
  std::optional<KnownAnswer> known;
  std::string feed;                        ///< The feed that its page links to, where it is asked in the page's place.
  std::optional<SteadyTime> feed_refused;  ///< When that feed was found to be about something else.
  std::optional<Instant> updated;          ///< The last time the source answered with something good, or «unchanged».
  int failures = 0;                        ///< In a row.
  std::string last_error;                  ///< Why the last poll gave nothing; empty after a good one.
  SteadyTime told_at;                      ///< When the log said so.
  bool changed = false;                    ///< It answered well, but with something else than it used to (canary.h).
  bool asked = false;                      ///< The answer is on its way.
  bool ask_again = false;                  ///< Once it is here: it may be older than what somebody knows of.
  SteadyTime due;
};

bool has_news(const config::Source& spec);
bool has_weather(const config::Source& spec);

/// Whether all that its document says is kept: of a page, for the next one is judged by it, and where stories are held,
/// for a person chooses among them. Of any other source the stories that are shown lie in memory, and no others.
bool keeps_all(const config::Source& spec);

/// Takes what the document of a source says. Chosen is what can come to the screen: articles and pictures of others are
/// not worth a request. False where it says what the one before did.
bool choose(SourceState& source, std::vector<content::Headline> headlines, WallTime now);

/// What is shown, with what the articles say beyond the document.
std::vector<content::Headline> completed(const SourceState& source);

/// The pictures of what can come to the screen that lie in the store, or should: those of the network and of sticks.
std::set<std::string> wanted_pictures(const SourceState& source);

/// The keys of the documents that its show is made of: its own and the articles of what can come to the screen.
std::set<std::string> wanted_documents(const SourceState& source);

/// The request for its document, conditional where what came last gave news.
net::Request request_for(const SourceState& source);

/// Remembers where its items come from; `asked` is the URL that gave the answer, `kept` whether the store has it.
void know(SourceState& source, const std::string& asked, const store::StoredDocument& answer, SteadyTime stored_at,
          bool kept);

/// The store has lost what it had: the next request is for all of it.
void ask_in_full(SourceState& source);

/// What is equal has nothing new to say, and need not be read.
std::size_t digest_of(const store::StoredDocument& answer);

/// What came was no news at all: an operator should also hear what used to come.
Error with_expectation(Error error, const SourceState& source);

}  // namespace lobby::gather
