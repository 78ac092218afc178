#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>

#include "calendar/anniversary.h"
#include "config/config.h"
#include "content/document.h"
#include "large_documents.h"
#include "theme/theme_files.h"

// What reading costs: documents of a usual size, the config and a theme.
namespace {

using namespace lobby;

void read_document(benchmark::State& state, const std::string& bytes, content::Expect expect) {
  for (auto _ : state) {
    auto reading = content::read_document({bytes, "https://portal.example/", {}}, expect);
    benchmark::DoNotOptimize(reading);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes.size()) * state.iterations());
}

void read_config(benchmark::State& state) {
  std::ifstream file(LOBBY_SOURCE_DIR "/deploy/config.example.yaml");
  const std::string yaml(std::istreambuf_iterator<char>(file), {});
  for (auto _ : state) {
    auto config = config::parse_config(yaml, "/etc/lobby-player/config.yaml");
    benchmark::DoNotOptimize(config);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(yaml.size()) * state.iterations());
}

void read_theme(benchmark::State& state) {
  for (auto _ : state) {
    auto theme = theme::read_theme(LOBBY_SOURCE_DIR "/layouts/hq");
    benchmark::DoNotOptimize(theme);
  }
}

BENCHMARK_CAPTURE(read_document, feed_of_40, content::feed(40), content::Expect::feed)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_document, page_of_40, content::page(40), content::Expect::page)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_document, article_of_60, content::article(60), content::Expect::page)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(read_config)->Unit(benchmark::kMillisecond);
BENCHMARK(read_theme)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

}  // namespace
