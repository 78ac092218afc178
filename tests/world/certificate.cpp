#include "certificate.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <memory>

namespace lobby {

void make_certificate(const std::filesystem::path& key_file, const std::filesystem::path& certificate_file) {
  constexpr long day = 24 * 60 * 60;
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  const std::unique_ptr<X509, decltype(&X509_free)> made(X509_new(), X509_free);
  X509_set_version(made.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), -day);
  X509_gmtime_adj(X509_getm_notAfter(made.get()), day);
  X509_set_pubkey(made.get(), key.get());
  X509_NAME* const subject = X509_get_subject_name(made.get());
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("loopback"), -1, -1,
                             0);
  X509_set_issuer_name(made.get(), subject);
  X509_EXTENSION* const name = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
  X509_add_ext(made.get(), name, -1);
  X509_EXTENSION_free(name);
  X509_sign(made.get(), key.get(), EVP_sha256());
  const auto open = [](const auto& file) {
    return std::unique_ptr<FILE, decltype(&std::fclose)>(std::fopen(file.c_str(), "w"), std::fclose);
  };
  PEM_write_PrivateKey(open(key_file).get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  PEM_write_X509(open(certificate_file).get(), made.get());
}

}  // namespace lobby
