#include <gtest/gtest.h>
#include <httplib.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <filesystem>
#include <memory>
#include <thread>

#include "net/http.h"
#include "print_error.h"
#include "raw_server.h"

namespace lobby::net {
namespace {

constexpr long day = 24 * 60 * 60;

struct KeyEnd {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct CertificateEnd {
  void operator()(X509* certificate) const { X509_free(certificate); }
};
using Key = std::unique_ptr<EVP_PKEY, KeyEnd>;
using Certificate = std::unique_ptr<X509, CertificateEnd>;

/// A certificate that signs itself, for one name, good between two offsets from now in seconds.
Certificate certificate(EVP_PKEY* key, const std::string& name, long from, long until) {
  Certificate made(X509_new());
  X509_set_version(made.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), from);
  X509_gmtime_adj(X509_getm_notAfter(made.get()), until);
  X509_set_pubkey(made.get(), key);
  X509_NAME* const subject = X509_get_subject_name(made.get());
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("portal"), -1, -1, 0);
  X509_set_issuer_name(made.get(), subject);
  X509_EXTENSION* const extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, name.c_str());
  X509_add_ext(made.get(), extension, -1);
  X509_EXTENSION_free(extension);
  X509_sign(made.get(), key, EVP_sha256());
  return made;
}

/// An https portal on the loopback whose certificate the client has as its only root.
class SecurePortal {
 public:
  SecurePortal(const std::string& name, long from, long until, std::string down = "")
      : certificate_(certificate(key_.get(), name, from, until)), server_(certificate_.get(), key_.get()) {
    server_.Get("/", [](const httplib::Request&, httplib::Response& response) {
      response.set_content("secret", "text/plain");
    });
    server_.Get("/down", [down](const httplib::Request&, httplib::Response& response) { response.set_redirect(down); });
    port_ = server_.bind_to_any_port("127.0.0.1");
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::yield();
    roots = std::filesystem::path(testing::TempDir()) / ("roots-" + std::to_string(port_) + ".pem");
    FILE* const file = std::fopen(roots.c_str(), "w");
    PEM_write_X509(file, certificate_.get());
    std::fclose(file);
  }
  ~SecurePortal() {
    server_.stop();
    thread_.join();
    std::filesystem::remove(roots);
  }
  std::string url() const { return "https://127.0.0.1:" + std::to_string(port_) + "/"; }

  std::filesystem::path roots;

 private:
  Key key_{EVP_EC_gen("P-256")};
  Certificate certificate_;
  httplib::SSLServer server_;
  int port_ = 0;
  std::thread thread_;
};

TEST(HttpTls, ATrustedCertificateForTheRightNameIsGood) {
  const SecurePortal portal("IP:127.0.0.1", -day, day);
  HttpClient client({.ca_file = portal.roots});
  const Result<Response> response = client.get({.url = portal.url()});
  ASSERT_TRUE(response) << response.error().message;
  EXPECT_EQ(response->body, "secret");
}

TEST(HttpTls, ACertificateOfTheFutureSendsTheOperatorToTheClock) {
  const SecurePortal portal("IP:127.0.0.1", day, 2 * day);
  HttpClient client({.ca_file = portal.roots});
  EXPECT_EQ(client.get({.url = portal.url()}).error(),
            (Error{ErrorKind::unavailable,
                   "the certificate of 127.0.0.1 is not valid yet: check the clock of this machine"}));
}

TEST(HttpTls, AnExpiredCertificateIsRefused) {
  const SecurePortal portal("IP:127.0.0.1", -2 * day, -day);
  HttpClient client({.ca_file = portal.roots});
  EXPECT_EQ(client.get({.url = portal.url()}).error().message,
            "the certificate of 127.0.0.1 has expired: check the clock of this machine, then tell the portal");
}

TEST(HttpTls, ACertificateForAnotherNameIsRefused) {
  const SecurePortal portal("DNS:elsewhere.example", -day, day);
  HttpClient client({.ca_file = portal.roots});
  EXPECT_EQ(client.get({.url = portal.url()}).error().message,
            "the certificate of 127.0.0.1 is for another name: check the address");
}

TEST(HttpTls, ACertificateOfAnUnknownAuthorityIsRefused) {
  const SecurePortal portal("IP:127.0.0.1", -day, day);
  HttpClient client;
  EXPECT_EQ(client.get({.url = portal.url()}).error().message,
            "the certificate of 127.0.0.1 is signed by an authority this machine does not know: update "
            "ca-certificates, or name the certificate of the authority as ca_file in the config");
}

TEST(HttpTls, ARedirectFromHttpsToHttpIsRefusedAndTheOtherWayIsFollowed) {
  RawServer bare({{"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged"}});
  const SecurePortal portal("IP:127.0.0.1", -day, day, bare.url());
  HttpClient client({.ca_file = portal.roots});
  EXPECT_EQ(client.get({.url = portal.url() + "down"}).error(),
            (Error{ErrorKind::refused,
                   "a redirect to 127.0.0.1 leads from https to http, where no certificate stands for what comes: ask "
                   "the portal "
                   "to mend that, or give the http address in the config"}));
  RawServer gate({{"HTTP/1.1 301 Moved Permanently\r\nLocation: " + portal.url() + "\r\nContent-Length: 0\r\n\r\n"}});
  const Result<Response> up = client.get({.url = gate.url()});
  ASSERT_TRUE(up) << up.error().message;
  EXPECT_EQ(up->body, "secret");
}

}  // namespace
}  // namespace lobby::net
