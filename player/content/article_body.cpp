#include "content/article_body.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "content/ascii.h"

namespace lobby::content {

namespace {

constexpr std::size_t least_paragraph_bytes = 40;
/// A picture weighs as much as a short paragraph: stories in pictures have little else.
constexpr std::size_t picture_weight = 120;

/// NukeViet, Liferay, VCCorp, VnExpress, WordPress, Joomla, SharePoint, and what hand-made portals copy from them.
bool is_known_body(Node element) {
  static constexpr std::array<std::string_view, 29> names{"news-bodyhtml",
                                                          "journal-content-article",
                                                          "detail-content",
                                                          "fck_detail",
                                                          "articlebody",
                                                          "article-body",
                                                          "entry-content",
                                                          "post-content",
                                                          "content-detail",
                                                          "detail__content",
                                                          "noidungbaiviet",
                                                          "article-content",
                                                          "news-content",
                                                          "content_detail",
                                                          "td-post-content",
                                                          "wp-block-post-content",
                                                          "field--name-body",
                                                          "field-name-body",
                                                          "singular-content",
                                                          "the-article-body",
                                                          "article__body",
                                                          "cms-body",
                                                          "com-content-article__body",
                                                          "news-detail-content",
                                                          "detail-content-body",
                                                          "content-news-detail",
                                                          "noi-dung",
                                                          "noidung",
                                                          "bodytext"};
  if (lower_ascii(element.attribute("class")).starts_with("externalclass")) return true;
  if (same_word(element.attribute("itemprop"), "articleBody")) return true;
  if (!element.has("class") && !element.has("id")) return false;
  const std::string called = lower_ascii(" " + element.attribute("id") + " " + element.attribute("class") + " ");
  return std::ranges::any_of(
      names, [&called](auto name) { return called.find(" " + std::string(name) + " ") != std::string::npos; });
}

std::size_t weight_of(const Block& block) {
  if (block.is_image()) return picture_weight;
  const Paragraph& paragraph = block.paragraph;
  return paragraph.linked || paragraph.heading || paragraph.text.size() < least_paragraph_bytes ? 0
                                                                                                : paragraph.text.size();
}

/// A paragraph stands for the element around it; a <div> or cell that holds text directly stands for itself.
Node holder_of(Node container) {
  static constexpr std::array<std::string_view, 11> parts{"p",  "h1", "h2",     "h3",         "h4",        "h5",
                                                          "h6", "li", "figure", "figcaption", "blockquote"};
  const bool part = std::ranges::find(parts, container.name()) != parts.end();
  return part && container.parent() ? container.parent() : container;
}

class Weights {
 public:
  void add(Node node, std::size_t weight) {
    for (int step = 0; node && weight > 0 && step < 3; ++step, weight /= 2, node = node.parent()) {
      std::size_t& sum = weights_[node.key()];
      sum += weight;
      if (sum > most_) {
        most_ = sum;
        heaviest_ = node;
      }
    }
  }
  Node heaviest() const { return heaviest_; }
  std::size_t most() const { return most_; }

 private:
  std::unordered_map<const void*, std::size_t> weights_;
  std::size_t most_ = 0;
  Node heaviest_;
};

struct Weighed {
  Node node;
  std::size_t weight = 0;
};

/// Of several known bodies the one that holds most: Liferay has one for every corner of a page.
Weighed known_body(const std::vector<Block>& all) {
  std::unordered_map<const void*, std::size_t> weights;
  Node best;
  std::size_t most = 0;
  for (const Block& block : all) {
    const std::size_t weight = weight_of(block);
    for (Node at = weight > 0 ? block.container : Node(); at; at = at.parent()) {
      if (!is_known_body(at)) continue;
      const std::size_t sum = weights[at.key()] += weight;
      if (sum > most) {
        most = sum;
        best = at;
      }
    }
  }
  return {best, most};
}

}  // namespace

Node article_body(const std::vector<Block>& all) {
  Weights weights;
  for (const Block& block : all) weights.add(holder_of(block.container), weight_of(block));
  // A corner of the page may be called as the body is elsewhere, and hold a banner alone.
  const Weighed known = known_body(all);
  return known.node && known.weight * 3 >= weights.most() ? known.node : weights.heaviest();
}

}  // namespace lobby::content
