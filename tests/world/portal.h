#pragma once

#include <httplib.h>

#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace lobby {

struct Page {
  std::string body;
  std::string type;
  std::string etag;
};

struct Visit {
  std::string path;
  int status = 0;
  std::string if_none_match;
  std::string query;  ///< As it was sent.
};

/// A provincial portal on the loopback: a feed, a list page, and three stories with photos. Any thread.
class Portal {
 public:
  Portal();
  ~Portal();
  Portal(const Portal&) = delete;
  Portal& operator=(const Portal&) = delete;

  std::string url(const std::string& path) const;
  /// Puts or replaces a page; its ETag follows from its body.
  void serve(const std::string& path, std::string body, const std::string& type);
  /// The page is there to visit but never answers until `stop`.
  void hang(const std::string& path);
  /// True once the path was asked for; false where a long time passes without it.
  bool waits_for(const std::string& path);
  /// What was asked since the last call, in order.
  std::vector<Visit> visits();
  /// No one answers any more.
  void stop();

 private:
  void answer(const httplib::Request& request, httplib::Response& response);
  void add_story(int number);

  httplib::Server server_;
  int port_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, Page> pages_;
  std::vector<Visit> visits_;
  std::string hanging_;
  bool stopped_ = false;
  std::thread thread_;
};

constexpr const char* feed_type = "application/rss+xml; charset=utf-8";
constexpr const char* page_type = "text/html; charset=utf-8";

/// The title of a story as a visitor should read it; `number` is 1, 2 or 3.
std::string title_of(int number);
/// The caption of its photo, without what the portal leaves in it.
std::string caption_of(int number);
/// A picture of the stage's tests.
std::string picture_bytes(const std::string& name);
/// RSS around items.
std::string rss(const std::string& items);

}  // namespace lobby
