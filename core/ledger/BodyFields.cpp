// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/BodyFields.h"

namespace guichet {

namespace {

/// Walks over the fields of one object of canonical JSON, stepping over values without reading them.
class Scanner
{
public:
    explicit Scanner(QByteArrayView json) : m_json{json} {}

    bool take(char wanted)
    {
        if (m_at >= m_json.size() || m_json[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }

    bool atEnd() const { return m_at == m_json.size(); }

    /// A string without its quotes, escapes left as they are; nullopt when there is none.
    std::optional<QByteArrayView> string()
    {
        if (!take('"'))
            return std::nullopt;
        const qsizetype from = m_at;
        for (; m_at < m_json.size() && m_json[m_at] != '"'; ++m_at)
            m_at += m_json[m_at] == '\\' ? 1 : 0;
        const qsizetype length = m_at - from;
        return take('"') ? std::optional{m_json.sliced(from, length)} : std::nullopt;
    }

    /// Any value: strings without quotes, everything else as it stands.
    std::optional<QByteArrayView> value()
    {
        if (m_at < m_json.size() && m_json[m_at] == '"')
            return string();
        const qsizetype from = m_at;
        for (int depth = 0; m_at < m_json.size(); ++m_at) {
            const char c = m_json[m_at];
            if (depth == 0 && (c == ',' || c == '}'))
                break;
            if (c == '"') {
                if (!string())
                    return std::nullopt;
                --m_at; // the loop steps over the closing quote
                continue;
            }
            depth += (c == '{' || c == '[') ? 1 : (c == '}' || c == ']') ? -1 : 0;
        }
        return m_json.sliced(from, m_at - from);
    }

private:
    QByteArrayView m_json;
    qsizetype m_at = 0;
};

void keep(BodyFields &fields, QByteArrayView name, QByteArrayView value)
{
    if (name == "till")
        fields.till = value;
    else if (name == "incarnation")
        fields.incarnation = value;
    else if (name == "seq")
        fields.number = value;
    else if (name == "payload_sha256")
        fields.contentHash = value;
    else if (name == "prev")
        fields.previousHash = value;
}

} // namespace

std::optional<BodyFields> readBodyFields(const QByteArray &body)
{
    Scanner scanner{body};
    BodyFields fields;
    if (!scanner.take('{'))
        return std::nullopt;
    do {
        const auto name = scanner.string();
        if (!name || !scanner.take(':'))
            return std::nullopt;
        const auto value = scanner.value();
        if (!value)
            return std::nullopt;
        keep(fields, *name, *value);
    } while (scanner.take(','));
    return scanner.take('}') && scanner.atEnd() ? std::optional{fields} : std::nullopt;
}

} // namespace guichet
