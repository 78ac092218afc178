#include "gather/sticks.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "content/document.h"
#include "gather/remote.h"
#include "host/files.h"
#include "picture/picture.h"
#include "store/digest.h"

namespace lobby::gather {

namespace {

namespace fs = std::filesystem;

constexpr const char* mountinfo_file = "/proc/self/mountinfo";
constexpr std::string_view stick_scheme = "usb://";
constexpr std::size_t most_picture_bytes = 30U << 20U;
constexpr std::size_t most_document_bytes = 10U << 20U;
constexpr std::size_t most_stick_bytes = 256U << 20U;  ///< Of all pictures of the sticks together.

/// mountinfo writes spaces and the like as «\040».
std::string unescaped(std::string_view field) {
  const auto octal = [](char digit) { return digit >= '0' && digit <= '7'; };
  std::string text;
  for (std::size_t at = 0; at < field.size(); ++at) {
    if (field[at] == '\\' && at + 3 < field.size() && std::ranges::all_of(field.substr(at + 1, 3), octal)) {
      text += static_cast<char>((field[at + 1] - '0') * 64 + (field[at + 2] - '0') * 8 + (field[at + 3] - '0'));
      at += 3;
    } else {
      text += field[at];
    }
  }
  return text;
}

bool is_place_of_sticks(const fs::path& mount_point) {
  static const std::array<fs::path, 3> places{"/media", "/run/media", "/mnt"};
  return std::ranges::any_of(
      places, [&](const fs::path& place) { return std::ranges::mismatch(place, mount_point).in1 == place.end(); });
}

std::string mountinfo() {
  // /proc has no sizes: the file is read until it ends.
  const auto bytes = host::read_file(mountinfo_file, std::size_t{1} << 20U);
  return bytes ? *bytes : std::string();
}

std::string state_of(const fs::path& folder) {
  struct stat status{};
  if (stat(folder.c_str(), &status) != 0) return {};
  return format("{} {}.{:09}", status.st_ino, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
}

/// The folders that are really there.
std::vector<StickFolder> present(const std::string& mounts, const std::string& name) {
  auto folders = stick_folders(mounts, name);
  std::erase_if(folders, [](const StickFolder& place) {
    std::error_code error;
    return !fs::is_directory(place.folder, error);
  });
  for (auto& place : folders) place.state = state_of(place.folder);
  return folders;
}

bool is_feed(const fs::path& file) {
  static constexpr std::array<std::string_view, 4> extensions{".xml", ".rss", ".atom", ".json"};
  return std::ranges::find(extensions, file.extension().string()) != extensions.end() &&
         !file.filename().string().starts_with('.');
}

bool lies_in(const fs::path& file, const fs::path& folder) {
  return std::ranges::mismatch(folder, file.lexically_normal()).in1 == folder.end();
}

}  // namespace

std::vector<StickFolder> stick_folders(std::string_view mountinfo, const std::string& name) {
  std::vector<StickFolder> folders;
  while (!mountinfo.empty()) {
    const auto end = std::min(mountinfo.find('\n'), mountinfo.size());
    std::string_view line = mountinfo.substr(0, end);
    mountinfo.remove_prefix(std::min(end + 1, mountinfo.size()));
    std::array<std::string_view, 5> fields;  // id, parent, device, root, mount point
    for (auto& field : fields) {
      const auto space = std::min(line.find(' '), line.size());
      field = line.substr(0, space);
      line.remove_prefix(std::min(space + 1, line.size()));
    }
    const fs::path mount_point = unescaped(fields[4]);
    if (!fields[4].empty() && is_place_of_sticks(mount_point)) {
      folders.push_back({mount_point / name, std::string(fields[0]) + " " + std::string(fields[2])});
    }
  }
  return folders;
}

std::vector<StickFolder> present_stick_folders(const std::string& name) { return present(mountinfo(), name); }

std::string stick_key(const config::Source& source) { return "usb:" + source.name; }

bool is_from_stick(std::string_view url) { return url.starts_with(stick_scheme); }

Sticks::Sticks(store::Store& store, const Clock& clock)
    : store_(store), clock_(clock), descriptor_(open(mountinfo_file, O_RDONLY | O_CLOEXEC)) {}

Sticks::~Sticks() {
  if (descriptor_ >= 0) close(descriptor_);
}

bool Sticks::look() {
  std::string mounts = mountinfo();
  std::erase_if(seen_, [&mounts](const auto& entry) {
    const std::string name = entry.second.front().folder.filename().string();
    const auto mounted = stick_folders(mounts, name);
    return std::ranges::none_of(mounted, [&entry](const StickFolder& place) {
      return std::ranges::any_of(entry.second, [&place](const StickFolder& seen) {
        return seen.folder == place.folder && seen.mount == place.mount;
      });
    });
  });
  return std::exchange(mounts_, mounts) != mounts;
}

bool Sticks::news_for(const config::Source& source, const std::string& folder) const {
  const auto now = present(mountinfo(), folder);
  const auto seen = seen_.find(source.name);
  return !now.empty() && (seen == seen_.end() || seen->second != now);
}

std::optional<Sticks::Stored> Sticks::stored(const config::Source& source) {
  const auto document = store_.document(stick_key(source));
  if (!document) return std::nullopt;
  auto items = local_items_from(document->bytes);
  if (!items) return std::nullopt;
  return Stored{std::move(*items), document->fetched_at};
}

Result<LocalItems> Sticks::copied(const config::Source& source, const std::string& folder) {
  const auto now = present(mountinfo(), folder);
  if (now.empty() || !news_for(source, folder)) {
    if (now.empty()) seen_.erase(source.name);
    if (auto before = stored(source)) return std::move(before->items);
    return fail(ErrorKind::unavailable,
                format("there is no USB stick with a folder '{}', and none was there before", folder));
  }
  auto items = copy(now, source);
  decoder_.rest();
  // A stick with nothing on it is not asked again; one that could not be read is.
  if (items || items.error().kind == ErrorKind::invalid) seen_[source.name] = now;
  if (!items) return items;
  const store::StoredDocument document{to_json(*items), "application/json", stick_key(source), {}, {}, clock_.wall()};
  if (const auto put = store_.put_document(stick_key(source), document); !put) log::warning("{}", put.error().message);
  log::info("source '{}': copied {} headlines and {} photos; the stick may be pulled", source.name,
            items->headlines.size(), items->photos.size());
  return items;
}

Result<LocalItems> Sticks::copy(const std::vector<StickFolder>& folders, const config::Source& source) {
  LocalItems items;
  bytes_ = 0;
  for (const auto& place : folders) {
    if (const auto done = copy_news(place.folder, items); !done) return std::unexpected(done.error());
    if (const auto done = copy_photos(place.folder, source, items); !done) return std::unexpected(done.error());
  }
  if (items.empty()) {
    return fail(ErrorKind::invalid, format("the stick has neither photos nor news in {}", folders[0].folder.string()));
  }
  return items;
}

/// True once the picture is in the store; false for one that is left out. Errs when the stick cannot be read.
Result<bool> Sticks::copy_picture(const fs::path& file, content::Image& image) {
  const auto bytes = host::read_file(file, most_picture_bytes);
  if (!bytes && bytes.error().kind != ErrorKind::refused) return std::unexpected(bytes.error());
  const auto info = bytes ? decoder_.verify(*bytes) : std::unexpected(bytes.error());
  if (!info) {
    log::warning("a picture is left out: {}: {}", file.string(), info.error().message);
    return false;
  }
  if (bytes->size() > most_stick_bytes - bytes_) {
    log::warning("a picture is left out: {}: at most {} MiB are copied from sticks", file.string(),
                 most_stick_bytes >> 20U);
    return false;
  }
  bytes_ += bytes->size();
  image.url = std::string(stick_scheme) + store::digest(*bytes);
  image.file.clear();
  image.size = {};
  const store::MediaFacts facts{format("image/{}", picture::to_string(info->type)), info->size, {}, {}};
  if (const auto put = store_.put_media(image.url, *bytes, facts); !put) return std::unexpected(put.error());
  return true;
}

Result<void> Sticks::copy_photos(const fs::path& folder, const config::Source& source, LocalItems& items) {
  auto photos = reader_.read(folder, source.name);
  if (!photos) return std::unexpected(photos.error());
  for (auto& photo : *photos) {
    if (items.photos.size() == static_cast<std::size_t>(source.keep)) break;
    const auto done = copy_picture(photo.image.file, photo.image);
    if (!done) return std::unexpected(done.error());
    if (*done) items.photos.push_back(std::move(photo));
  }
  return {};
}

/// Pictures that lie beside the feed on the stick come along; those of the network stay links to it.
Result<void> Sticks::copy_pictures_of(content::Headline& headline, const fs::path& folder) {
  std::vector<content::Image> images;
  for (auto& image : headline.images) {
    const auto file = local_path(image.url);
    if (file && !lies_in(*file, folder)) continue;
    if (file) {
      std::error_code error;
      if (!fs::is_regular_file(*file, error)) continue;
      const auto done = copy_picture(*file, image);
      if (!done) return std::unexpected(done.error());
      if (!*done) continue;
    }
    images.push_back(std::move(image));
  }
  headline.images = std::move(images);
  return {};
}

Result<void> Sticks::copy_news(const fs::path& folder, LocalItems& items) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code unreadable;
    if (is_feed(entry->path()) && entry->is_regular_file(unreadable)) files.push_back(entry->path());
  }
  if (error) return fail(ErrorKind::unavailable, format("{} cannot be read: {}", folder.string(), error.message()));
  std::ranges::sort(files);
  for (const auto& file : files) {
    const auto bytes = host::read_file(file, most_document_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    auto reading = content::read_document({*bytes, url_of(file), {}}, content::Expect::feed);
    if (!reading || !reading->complete) {
      log::warning("{} is left out: {}", file.string(), reading ? "it ends in the middle" : reading.error().message);
      continue;
    }
    for (auto& headline : reading->items) {
      if (!is_remote(headline.link)) headline.link.clear();
      if (const auto done = copy_pictures_of(headline, folder); !done) return done;
      items.headlines.push_back(std::move(headline));
    }
  }
  return {};
}

}  // namespace lobby::gather
