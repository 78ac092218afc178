#include "trust/envelope.h"

#include <gtest/gtest.h>

#include "../world/signer.h"
#include "trust/minisign.h"

namespace lobby::trust {
namespace {

std::string fault(std::string_view bytes) {
  const auto envelope = parse_envelope(bytes);
  return envelope ? "" : envelope.error().message;
}

TEST(Envelope, HoldsASignatureAndExactlyWhatItSigns) {
  const Signer signer;
  const std::string document = "---\r\nserial: 1\n---\nnotices: []";
  const std::string bytes = signer.signature(document) + "---\n" + document;
  const auto envelope = parse_envelope(bytes);
  ASSERT_TRUE(envelope);
  EXPECT_EQ(envelope->document, document);
  const auto signature = parse_signature(envelope->signature);
  ASSERT_TRUE(signature);
  EXPECT_TRUE(verify(envelope->document, *signature, parse_public_key(signer.public_key()).value()));
}

TEST(Envelope, MayHaveTheLineEndsOfAnotherSystem) {
  EXPECT_EQ(parse_envelope("a\r\n---\r\nb\r\n").value(), (Envelope{"a\r\n", "b\r\n"}));
}

TEST(Envelope, SaysWhatIsMissing) {
  const std::string no_line = "there is no line '---' between a signature and what it signs";
  EXPECT_EQ(fault(""), no_line);
  EXPECT_EQ(fault("\n"), no_line);
  EXPECT_EQ(fault("a\n---"), no_line);
  EXPECT_EQ(fault("a\n----\nb"), no_line);
  EXPECT_EQ(fault("a\n --- \nb"), no_line);
  std::string late(most_signature_bytes + 1, 'a');
  late.append("\n---\nb");
  EXPECT_EQ(fault(late), no_line);
  EXPECT_EQ(fault("---\nb"), "there is no signature before the line '---'");
  EXPECT_EQ(fault("a\n---\n"), "there is nothing after the line '---'");
}

}  // namespace
}  // namespace lobby::trust
