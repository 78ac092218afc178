#pragma once

#include <string>

// Documents as large as they come, for the bench and the tests.
namespace lobby::content {

/// RSS with so many items, about 500 bytes each.
inline std::string feed(int items) {
  std::string text = "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Tin tức</title>";
  for (int number = 0; number < items; ++number) {
    const std::string n = std::to_string(number);
    text += "<item><title>Khánh thành công trình thủy lợi số " + n +
            " phục vụ nông dân</title><link>https://portal.example/tin/" + n +
            ".html</link><guid>https://portal.example/?p=" + n +
            "</guid><pubDate>Wed, 24 Jul 2024 08:00:00 +0700</pubDate><description>&lt;p&gt;Sáng nay, lãnh đạo tỉnh "
            "cùng bà con nông dân dự lễ khánh thành. &lt;img src='/anh/" +
            n + ".jpg'&gt; Công trình tưới cho ba trăm héc-ta lúa.&lt;/p&gt;</description></item>\n";
  }
  return text + "</channel></rss>";
}

/// A list page with so many stories.
inline std::string page(int items) {
  std::string text = "<html><head><meta charset='utf-8'><title>Trang tin</title></head><body><div class='list'>";
  for (int number = 0; number < items; ++number) {
    const std::string n = std::to_string(number);
    text += "<div class='item'><a href='/tin/" + n + ".html'><img src='/anh/" + n + ".jpg'></a><h3><a href='/tin/" + n +
            ".html'>Phiên chợ vùng cao số " + n +
            " đón khách</a></h3><span class='date'>24/07/2024 08:00</span><p>Từ sáng sớm, bà con các bản đã xuống "
            "chợ mua bán, trao đổi nông sản.</p></div>\n";
  }
  return text + "</div></body></html>";
}

/// An article of so many paragraphs.
inline std::string article(int paragraphs) {
  std::string text = "<html><body><h1>Lễ hội hoa ban khai mạc tối nay</h1><div class='content'>";
  for (int number = 0; number < paragraphs; ++number) {
    text += "<p>Đoạn văn thứ " + std::to_string(number) +
            " kể về lễ hội, về những người làm nên lễ hội và về con đường dài dẫn tới thung lũng hoa.</p>"
            "<figure><img src='/anh/" +
            std::to_string(number) + ".jpg'><figcaption>Chú thích ảnh</figcaption></figure>\n";
  }
  return text + "</div></body></html>";
}

}  // namespace lobby::content
