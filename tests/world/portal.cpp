#include "portal.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "temporary_folder.h"

namespace lobby {

namespace {

struct Story {
  const char* title;  ///< As the portal's editor left it, escaped for XML.
  const char* shown;  ///< As a visitor should read it.
  const char* lead;
  const char* caption;
  const char* date;
};

constexpr std::array<Story, 3> stories{{
    {"Công an tỉnh Vân Lam ra quân bảo đảm trật tự, an toàn giao thông ./.",
     "Công an tỉnh Vân Lam ra quân bảo đảm trật tự, an toàn giao thông",
     "Sáng 23/7, Công an tỉnh Vân Lam tổ chức lễ ra quân cao điểm bảo đảm trật tự, an toàn giao thông trên toàn địa "
     "bàn.",
     "Quang cảnh lễ ra quân tại quảng trường trung tâm", "Tue, 23 Jul 2024 08:00:00 +0700"},
    {"Tập huấn phòng cháy &amp;amp; chữa cháy cho người dân phường Đông Sơn",
     "Tập huấn phòng cháy & chữa cháy cho người dân phường Đông Sơn",
     "Hơn 200 người dân phường Đông Sơn được hướng dẫn sử dụng bình chữa cháy và thoát nạn khi có khói trong nhà.",
     "Người dân thực hành sử dụng bình chữa cháy", "Mon, 22 Jul 2024 14:30:00 +0700"},
    {"Trao giải hội thi &amp;ldquo;Tiếng hát người chiến sĩ&amp;rdquo; năm 2024",
     "Trao giải hội thi “Tiếng hát người chiến sĩ” năm 2024",
     "Hội thi quy tụ 14 đội với 62 tiết mục, là dịp để cán bộ, chiến sĩ giao lưu và nâng cao đời sống tinh thần.",
     "Ban Tổ chức trao giải Nhất cho đội Cảnh sát cơ động", "Sun, 21 Jul 2024 20:15:00 +0700"},
}};

const Story& story(int number) { return stories.at(static_cast<std::size_t>(number - 1)); }

std::string feed_item(int number, const std::string& url) {
  return "<item><title>" + std::string(story(number).title) + "</title><link>" + url + "</link><guid>" + url +
         "</guid><pubDate>" + story(number).date + "</pubDate><description>&lt;p&gt;" + story(number).lead +
         "&amp;nbsp;./.&lt;/p&gt;</description></item>";
}

std::string list_entry(int number) {
  const std::string day = std::to_string(24 - number);
  return "<div class=\"item-news\"><h2><a href=\"/tin/" + std::to_string(number) + ".html\">" + story(number).title +
         "</a></h2><span>" + day + "/07/2024</span><p>" + story(number).lead + "</p></div>";
}

std::string html(const std::string& title, const std::string& body) {
  return "<!DOCTYPE html><html><head><meta charset=utf-8><title>" + title + "</title></head><body>" + body +
         "</body></html>";
}

/// Portals glue the id of a picture to its caption.
std::string article(int number) {
  const std::string id = "87e90dbac8ff0ba152e" + std::to_string(number);
  return html(story(number).title, "<h1>" + std::string(story(number).title) + "</h1><div class=detail><p><strong>" +
                                       story(number).lead + "</strong></p><p align=center><img src=\"/anh/" +
                                       std::to_string(number) + ".jpg\" alt=\"" + id + "\"></p><p align=center><em>" +
                                       id + story(number).caption +
                                       "</em></p><p>Phát biểu tại buổi lễ, đồng chí Giám đốc yêu cầu các đơn vị bám "
                                       "sát địa bàn, phục vụ nhân dân tận tình, chu đáo./.</p></div>");
}

}  // namespace

std::string title_of(int number) { return story(number).shown; }
std::string caption_of(int number) { return story(number).caption; }
std::string picture_bytes(const std::string& name) {
  return bytes_in(std::filesystem::path(LOBBY_SOURCE_DIR) / "tests/picture/pictures" / name);
}
std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Vân Lam</title>" + items +
         "</channel></rss>";
}

Portal::Portal() {
  server_.Get(".*", [this](const auto& request, auto& response) { answer(request, response); });
  server_.set_keep_alive_timeout(1);
  server_.set_tcp_nodelay(true);
  port_ = server_.bind_to_any_port("127.0.0.1");
  std::string items;
  std::string entries;
  for (int number = 1; number <= 3; ++number) {
    add_story(number);
    items += feed_item(number, url("/tin/" + std::to_string(number) + ".html"));
    entries += list_entry(number);
  }
  serve("/rss.xml", rss(items), feed_type);
  serve("/", html("Trang chủ", "<div class=list>" + entries + "</div>"), page_type);
  thread_ = std::thread([this] { server_.listen_after_bind(); });
  while (!server_.is_running()) std::this_thread::yield();
}

Portal::~Portal() { stop(); }

void Portal::add_story(int number) {
  static constexpr std::array pictures{"baseline.jpg", "progressive.jpg", "grey.jpg"};
  serve("/tin/" + std::to_string(number) + ".html", article(number), page_type);
  serve("/anh/" + std::to_string(number) + ".jpg", picture_bytes(pictures.at(static_cast<std::size_t>(number - 1))),
        "image/jpeg");
}

std::string Portal::url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }

void Portal::serve(const std::string& path, std::string body, const std::string& type) {
  const std::lock_guard lock(mutex_);
  const auto etag = '"' + std::to_string(std::hash<std::string>{}(body)) + '"';
  pages_[path] = {std::move(body), type, etag};
}

void Portal::hang(const std::string& path) {
  const std::lock_guard lock(mutex_);
  hanging_ = path;
}

bool Portal::waits_for(const std::string& path) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, std::chrono::minutes(5), [&] {
    return std::ranges::any_of(visits_, [&](const Visit& visit) { return visit.path == path; });
  });
}

std::vector<Visit> Portal::visits() {
  const std::lock_guard lock(mutex_);
  return std::exchange(visits_, {});
}

void Portal::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  server_.stop();
  if (thread_.joinable()) thread_.join();
}

void Portal::answer(const httplib::Request& request, httplib::Response& response) {
  std::unique_lock lock(mutex_);
  const std::string known = request.get_header_value("If-None-Match");
  const auto page = pages_.find(request.path);
  response.status = page == pages_.end() ? 404 : (known == page->second.etag ? 304 : 200);
  const std::size_t query = std::min(request.target.find('?'), request.target.size());
  visits_.push_back({request.path, response.status, known, request.target.substr(query)});
  changed_.notify_all();
  if (request.path == hanging_) changed_.wait(lock, [this] { return stopped_; });
  if (page == pages_.end()) return;
  response.set_header("ETag", page->second.etag);
  if (response.status == 200) response.set_content(page->second.body, page->second.type);
}

}  // namespace lobby
