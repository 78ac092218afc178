#include "trust/minisign.h"

#include <gmock/gmock.h>

#include "../world/signer.h"

namespace lobby::trust {
namespace {

using testing::HasSubstr;

constexpr std::string_view document = "serial: 3\n";

// What minisign 0.11 of Debian made of that document.
constexpr std::string_view made_key = R"(untrusted comment: minisign public key 5F39748FA84574B1
RWSxdEWoj3Q5X86Bd+EKHgFhAmQLL2AxSBOFAoQfTzpBMolOxw4H+s3l
)";
constexpr std::string_view made_of_digest = R"(untrusted comment: signature from minisign secret key
RUSxdEWoj3Q5Xyx/ElYN9ve3dW5NAHTCGHZC7M1aSjortyoOFZtZucV5elz/VRTARHfYqDq5qu/gDmi8FiDWXruj6FZeklfkXwU=
trusted comment: thông báo khẩn
d1brMF5ZyorJw6wdI1q85tg5hkDz7KCF1Npv+PLLvOuHa5Soj3MkhGUOGNow/nCY6hULk3O4PH3wMPovmMrPAw==
)";
constexpr std::string_view made_of_bytes = R"(untrusted comment: signature from minisign secret key
RWSxdEWoj3Q5XzXJmxgaFumFiNJc9nea/MIHXp3IatSC6dnlL2w98Blz/RUPVzGdgd2qpo7DV2F7XN+zGGCqbOJ/kqpOhx0Wtgk=
trusted comment: legacy
BfUWjbejS1BvwUoWwlxeVnAvO+lWU5NxKJ/5m+7wNGXMunzZKlv1ySHbEc0xqnZPBrfGhaMAD+kTBRB4mZ0SAw==
)";

std::string objection(std::string_view bytes, std::string_view signature, std::string_view key) {
  const auto parsed = parse_signature(signature);
  if (!parsed) return parsed.error().message;
  const auto verified = verify(bytes, *parsed, parse_public_key(key).value());
  return verified ? "" : verified.error().message;
}

TEST(Minisign, AcceptsWhatTheProgramOfThatNameSigned) {
  EXPECT_EQ(objection(document, made_of_digest, made_key), "");
  EXPECT_EQ(objection(document, made_of_bytes, made_key), "");
  EXPECT_EQ(parse_signature(made_of_digest)->trusted_comment, "thông báo khẩn");
}

TEST(Minisign, TakesTheKeyAloneAsItStandsInAConfig) {
  EXPECT_EQ(parse_public_key("RWSxdEWoj3Q5X86Bd+EKHgFhAmQLL2AxSBOFAoQfTzpBMolOxw4H+s3l"), parse_public_key(made_key));
}

TEST(Minisign, RefusesADocumentThatWasChangedByOneByte) {
  EXPECT_EQ(objection("serial: 4\n", made_of_digest, made_key), "the signature is not that of these bytes");
  EXPECT_EQ(objection("serial: 4\n", made_of_bytes, made_key), "the signature is not that of these bytes");
  EXPECT_EQ(objection("", made_of_digest, made_key), "the signature is not that of these bytes");
}

TEST(Minisign, RefusesATrustedCommentThatWasChanged) {
  std::string changed(made_of_digest);
  changed.replace(changed.find("thông"), 1, "T");
  EXPECT_EQ(objection(document, changed, made_key), "the trusted comment of the signature was changed");
}

TEST(Minisign, RefusesASignatureOfAnotherKeyAlsoUnderTheSameName) {
  const Signer ours(1);
  EXPECT_THAT(objection(document, Signer(1, 'x').signature(document), ours.public_key()),
              HasSubstr("signed by another key, 7878787878787878; the config trusts 6B6B6B6B6B6B6B6B"));
  EXPECT_EQ(objection(document, Signer(2).signature(document), ours.public_key()),
            "the signature is not that of these bytes");
}

TEST(Minisign, RefusesASignatureWhoseFormIsSaidToBeTheOther) {
  std::string changed(made_of_digest);
  changed.replace(changed.find("\nRUSx"), 5, "\nRWSx");
  EXPECT_EQ(objection(document, changed, made_key), "the signature is not that of these bytes");
}

TEST(Minisign, VerifiesEveryFormThatItsOwnTestsSign) {
  const Signer signer;
  for (const auto form : {Signer::Form::of_bytes, Signer::Form::of_digest}) {
    EXPECT_EQ(objection(document, signer.signature(document, form), signer.public_key()), "");
    EXPECT_EQ(objection(document, signer.signature(document, form, ""), signer.public_key()), "");
  }
}

TEST(Minisign, SaysWhichLineIsNoSignature) {
  const std::string good(made_of_digest);
  const auto fault = [](const std::string& text) { return parse_signature(text).error().message; };
  const auto with = [&good](const std::string& old, const std::string& other) {
    std::string text = good;
    return text.replace(text.find(old), old.size(), other);
  };
  EXPECT_EQ(fault(""), "the signature has 0 lines; one of minisign has 4");
  EXPECT_EQ(fault("404"), "the signature has 1 line; one of minisign has 4");
  const std::string page =
      "a web page came in place of the signature: look whether the network wants a login, or whether the server lacks "
      "the file";
  EXPECT_EQ(fault("<html>404</html>"), page);
  EXPECT_EQ(fault("\xEF\xBB\xBF\r\n<!DOCTYPE html>" + std::string(9000, ' ')), page);
  EXPECT_EQ(fault(good.substr(0, good.size() - 90)), "the signature has 3 lines; one of minisign has 4");
  EXPECT_EQ(fault(with("untrusted", "Untrusted")), "line 1 of the signature is not an untrusted comment");
  EXPECT_EQ(fault(with("RUSx", "QUSx")), "line 2 of the signature is not a signature");
  EXPECT_EQ(fault(with("RUSx", "")), "line 2 of the signature is not a signature");
  EXPECT_EQ(fault(with("\ntrusted", "\n")), "line 3 of the signature is not a trusted comment");
  EXPECT_EQ(fault(with("rPAw==", "rPAw=")), "line 4 of the signature is not the signature of the comment");
  EXPECT_EQ(parse_signature(std::string(5000, 'x')).error().kind, ErrorKind::refused);
}

TEST(Minisign, RefusesWhatIsNoPublicKey) {
  for (const std::string_view text : {"", "RWQ", "RWSxdEWoj3Q5X86Bd+EKHgFhAmQLL2AxSBOFAoQfTzpBMolOxw4H+s3", "c2VjcmV0",
                                      "RWQ…", "RUSxdEWoj3Q5X86Bd+EKHgFhAmQLL2AxSBOFAoQfTzpBMolOxw4H+s3l"}) {
    EXPECT_FALSE(parse_public_key(text)) << text;
  }
}

}  // namespace
}  // namespace lobby::trust
