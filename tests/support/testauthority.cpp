// SPDX-License-Identifier: MIT
#include "support/testauthority.h"

#include <gtest/gtest.h>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <atomic>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

using Key = std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY *)>;
using Certificate = std::unique_ptr<X509, void (*)(X509 *)>;
using Memory = std::unique_ptr<BIO, void (*)(BIO *)>;

constexpr long hour = 3600;
constexpr long month = 30 * 24 * hour;
constexpr auto authorityName = "Todoku test authority";

Key newKey()
{
    return {EVP_EC_gen("P-256"), EVP_PKEY_free};
}

void setCommonName(X509_NAME *name, const QByteArray &text)
{
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(text.constData()),
                               static_cast<int>(text.size()), -1, 0);
}

void addExtension(X509 *certificate, int nid, const QByteArray &value)
{
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.constData());
    ASSERT_NE(extension, nullptr);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

Certificate newCertificate(EVP_PKEY *key, const QByteArray &subject, long from, long until)
{
    static std::atomic<long> serial = 1;
    Certificate certificate(X509_new(), X509_free);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial++);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), from);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), until);
    X509_set_pubkey(certificate.get(), key);
    setCommonName(X509_get_subject_name(certificate.get()), subject);
    setCommonName(X509_get_issuer_name(certificate.get()), authorityName);
    return certificate;
}

QByteArray contentOf(BIO *memory)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return {data, size};
}

QSslCertificate signedWith(EVP_PKEY *key, X509 *certificate)
{
    EXPECT_GT(X509_sign(certificate, key, EVP_sha256()), 0);
    const Memory memory(BIO_new(BIO_s_mem()), BIO_free_all);
    PEM_write_bio_X509(memory.get(), certificate);
    return QSslCertificate(contentOf(memory.get()), QSsl::Pem);
}

} // namespace

TestAuthority::TestAuthority()
    : m_key(newKey())
{
    const Certificate certificate = newCertificate(m_key.get(), authorityName, -hour, month);
    addExtension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    addExtension(certificate.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    m_certificate = signedWith(m_key.get(), certificate.get());
}

TestAuthority::~TestAuthority() = default;

ServerIdentity TestAuthority::issue(const QString &dnsName, bool isExpired) const
{
    const Key key = newKey();
    const QByteArray name = dnsName.toLatin1();
    const Certificate certificate
        = newCertificate(key.get(), name, isExpired ? -month : -hour, isExpired ? -hour : month);
    addExtension(certificate.get(), NID_subject_alt_name, "DNS:" + name);

    const Memory memory(BIO_new(BIO_s_mem()), BIO_free_all);
    PEM_write_bio_PrivateKey(memory.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {.certificate = signedWith(m_key.get(), certificate.get()),
            .key = QSslKey(contentOf(memory.get()), QSsl::Ec)};
}

} // namespace todoku::test
