// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// Secrets that the centre gives out. They are kept as hashes: what is stolen there opens nothing.
namespace guichet {

/// Lower-case hex of SHA-256: for secrets that nobody guesses.
QString hashOfSecret(const QByteArray &secret);

/// As a person reads it out: 5 bits a digit, capitals, nothing that looks like something else (decisions 20).
QString newSpokenSecret(int digits);

/// Typed with small letters, blanks or dashes, it is the same.
QString plainSpokenSecret(QString typed);

} // namespace guichet
