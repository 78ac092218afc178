#include <utility>

#include "base/log.h"
#include "gather/gatherer.h"
#include "gather/remote.h"
#include "host/files.h"

// Forecasts: one document a source, without articles, pictures and a canary.
namespace lobby::gather {

/// A forecast that cannot be read takes nothing away.
Result<void> Gatherer::take_weather(SourceState& source, const store::StoredDocument& document) {
  auto weather = content::read_weather(document_of(document), config_->screen.timezone);
  if (!weather) return std::unexpected(weather.error());
  const auto& spec = std::get<config::WeatherSource>(source.spec.what);
  if (!spec.place.empty()) weather->place = spec.place;
  weather->source = source.spec.name;
  weather->max_age = source.spec.max_age;
  changed_ = changed_ || source.weather != *weather;
  source.weather = *std::move(weather);
  return {};
}

void Gatherer::restore_weather(SourceState& source) {
  if (!is_remote(source.location) && refresh_weather_file(source)) {
    source.updated = Instant(clock_);
    return;
  }
  const auto stored = store_.document(source.location);
  if (!stored || !take_weather(source, *stored)) return;
  know(source, source.location, *stored, clock_.steady(), true);
  source.updated = Instant(stored->fetched_at);
}

Result<void> Gatherer::refresh_weather_file(SourceState& source) {
  auto bytes = host::read_file(source.location);
  if (!bytes) return std::unexpected(bytes.error());
  const store::StoredDocument document{std::move(*bytes), {}, source.location, {}, {}, clock_.wall()};
  const auto before = source.weather;
  if (const auto taken = take_weather(source, document); !taken) return taken;
  if (source.weather == before) return {};
  if (const auto put = store_.put_document(source.location, document); !put) log::warning("{}", put.error().message);
  return {};
}

Result<void> Gatherer::accept_weather(SourceState& source, const std::string& asked,
                                      const store::StoredDocument& fresh) {
  if (const auto taken = take_weather(source, fresh); !taken) return taken;
  const auto put = store_.put_document(source.location, fresh);
  if (!put) log::warning("{}", put.error().message);
  know(source, asked, fresh, clock_.steady(), put.has_value());
  return {};
}

}  // namespace lobby::gather
