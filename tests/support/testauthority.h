// SPDX-License-Identifier: MIT
#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QString>

#include <memory>

struct evp_pkey_st;

namespace todoku::test {

struct ServerIdentity
{
    QSslCertificate certificate;
    QSslKey key;
};

/** A certificate authority of one test, made in memory at run time (P-256). */
class TestAuthority
{
public:
    TestAuthority();
    ~TestAuthority();
    TestAuthority(const TestAuthority &) = delete;
    TestAuthority &operator=(const TestAuthority &) = delete;
    TestAuthority(TestAuthority &&) = delete;
    TestAuthority &operator=(TestAuthority &&) = delete;

    [[nodiscard]] const QSslCertificate &certificate() const { return m_certificate; }

    /** A server's certificate for @p dnsName; in the past altogether if @p isExpired. */
    [[nodiscard]] ServerIdentity issue(const QString &dnsName, bool isExpired = false) const;

private:
    std::unique_ptr<evp_pkey_st, void (*)(evp_pkey_st *)> m_key;
    QSslCertificate m_certificate;
};

} // namespace todoku::test
