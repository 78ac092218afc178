#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "content/document.h"
#include "large_documents.h"

// What large documents cost: time, and memory beyond the document itself. Each case runs in a process of its own, so
// that one cannot hide in the memory of another.
namespace {

using lobby::content::article;
using lobby::content::Expect;
using lobby::content::feed;
using lobby::content::page;

struct Cost {
  double milliseconds = 0;
  long kibibytes = 0;
  unsigned items = 0;
};

Cost measured(const std::string& bytes, Expect expect) {
  std::vector<int> ends(2);
  if (pipe(ends.data()) != 0) return {};
  const pid_t child = fork();
  if (child == 0) {
    rusage before{};
    getrusage(RUSAGE_SELF, &before);
    const auto began = std::chrono::steady_clock::now();
    const auto reading = lobby::content::read_document({bytes, "https://portal.example/", {}}, expect);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    rusage after{};
    getrusage(RUSAGE_SELF, &after);
    const Cost cost{took.count(), after.ru_maxrss - before.ru_maxrss,
                    reading ? static_cast<unsigned>(reading->items.size()) : 0};
    const auto written = write(ends[1], &cost, sizeof cost);
    _exit(written == sizeof cost ? 0 : 1);
  }
  Cost cost;
  const auto got = read(ends[0], &cost, sizeof cost);
  waitpid(child, nullptr, 0);
  close(ends[0]);
  close(ends[1]);
  return got == sizeof cost ? cost : Cost{};
}

const char* wanted = nullptr;  ///< Only rows of that name; null: all.

void row(const char* name, const std::string& bytes, Expect expect) {
  if (wanted != nullptr && std::string_view(wanted) != name) return;
  Cost best;
  for (int run = 0; run < 3; ++run) {
    const Cost cost = measured(bytes, expect);
    if (run == 0 || cost.milliseconds < best.milliseconds) best = cost;
  }
  std::printf("%-22s %8.2f MB %9.1f ms %7.1f ms/MB %8.1f MB memory %6u items\n", name,
              static_cast<double>(bytes.size()) / 1e6, best.milliseconds,
              best.milliseconds / (static_cast<double>(bytes.size()) / 1e6), static_cast<double>(best.kibibytes) / 1024,
              best.items);
}

}  // namespace

int main(int count, char** arguments) {
  if (count > 1) wanted = arguments[1];
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  for (const int items : {1'250, 2'500, 5'000, 10'000}) row("feed", feed(items), Expect::feed);
  for (const int items : {4'000, 8'000, 16'000, 33'000}) row("page of links", page(items), Expect::page);
  for (const int items : {5'000, 10'000, 20'000, 43'000}) row("article", article(items), Expect::page);
  row(
      "page of open tags",
      [] {
        std::string text = "<html><body>";
        while (text.size() < 10'000'000) text += "<div><b><a href=x>tin";
        return text;
      }(),
      Expect::page);
  row(
      "page of attributes",
      "<html><body><p " +
          [] {
            std::string text;
            for (int number = 0; text.size() < 10'000'000; ++number) text += "a" + std::to_string(number) + "=1 ";
            return text;
          }() +
          "></body></html>",
      Expect::page);
  row(
      "feed of entities",
      "<rss><channel><item><title>" +
          [] {
            std::string text;
            while (text.size() < 5'000'000) text += "&amp;#7847;&nbsp;";
            return text;
          }() +
          "</title></item></channel></rss>",
      Expect::feed);
  std::string words = "<html><body><p>";
  while (words.size() < 10'000'000) words += "Bà con nông dân phấn khởi vào vụ gặt. ";
  row("page of words", words, Expect::page);
  std::string attributes = "<rss><channel><item ";
  for (int number = 0; attributes.size() < 5'000'000; ++number) attributes += "a" + std::to_string(number) + "='1' ";
  row("feed of attributes", attributes + "><title>Tin</title></item></channel></rss>", Expect::feed);
  std::string json = R"({"version":"https://jsonfeed.org/version/1.1","title":"Tin","items":[)";
  for (int number = 0; number < 10'000; ++number) {
    json += (number > 0 ? "," : "") + std::string(R"({"id":")") + std::to_string(number) +
            R"(","title":"Khánh thành công trình thủy lợi phục vụ nông dân","url":"https://portal.example/tin/)" +
            std::to_string(number) +
            R"(","content_html":"<p>Sáng nay, lãnh đạo tỉnh cùng bà con nông dân dự lễ khánh )" +
            R"(thành.<img src='/anh/1.jpg'> Công trình tưới cho ba trăm héc-ta lúa của năm xã trong vùng; )" +
            R"(người dân không còn phải chờ mưa.</p>","date_published":"2024-07-24T08:00:00+07:00"})";
  }
  row("JSON feed", json + "]}", Expect::feed);
  return 0;
}
