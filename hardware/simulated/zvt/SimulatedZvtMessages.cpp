// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/zvt/SimulatedZvtMessages.h"

#include "core/money/FormatMoney.h"
#include "hardware/zvt/ZvtBcd.h"
#include "hardware/zvt/ZvtBmp.h"
#include "hardware/zvt/ZvtTlv.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr char lastLine = '\x81';
constexpr char centred = '\x40';

QByteArray oneByte(quint8 value)
{
    return QByteArray(1, static_cast<char>(value));
}

QByteArray euros()
{
    return zvtBcd(978, 2);
}

/// A text that fills its field up.
QByteArray padded(const QByteArray &text, qsizetype size, char with)
{
    return text.leftJustified(size, with, true);
}

} // namespace

QByteArray SimulatedZvtMessages::written(const QString &text) const
{
    return m_settings.writesUtf8 ? text.toUtf8() : text.toLatin1();
}

ZvtApdu SimulatedZvtMessages::registered() const
{
    QByteArray data =
        zvtField(0x19, oneByte(0)) + zvtField(0x29, QByteArray::fromHex(m_settings.terminalId.toLatin1())) + zvtField(0x49, euros());
    if (m_settings.writesUtf8)
        data += zvtField(0x06, zvtTlv(0x14, oneByte(0xFE)));
    return {.command = ZvtCommand::Completion, .data = data};
}

QByteArray SimulatedZvtMessages::container(const SimulatedZvtBook::Decision &decision) const
{
    QByteArray objects = zvtTlv(0x43, QByteArray::fromHex("D056000666111010")) +
                         zvtTlv(0x2F, zvtTlv(0x1F10, oneByte(0x02)) + zvtTlv(0x1F11, oneByte(0x01)) + zvtTlv(0x1F12, oneByte(0x02)));
    if (decision.result != 0)
        objects += zvtTlv(0x24, zvtTlv(0x07, written(u"Carte refusée"_s)));
    if (decision.tip.isPositive())
        objects += zvtTlv(0x1F36, zvtBcd(decision.tip.cents(), 6));
    return objects;
}

ZvtApdu SimulatedZvtMessages::status(const SimulatedZvtBook::Decision &decision) const
{
    const QByteArray pan = QByteArray::fromHex(m_settings.sendsWholeCardNumber ? "6703000000004321" : "EEEEEEEEEEEE4321");
    QByteArray data =
        zvtField(0x27, oneByte(decision.result)) + zvtField(0x04, zvtBcd(decision.amount.cents(), 6)) +
        zvtField(0x0B, zvtBcd(decision.trace, 3)) + zvtField(0x0C, QByteArray::fromHex(decision.at.toString(u"HHmmss"_s).toLatin1())) +
        zvtField(0x0D, QByteArray::fromHex(decision.at.toString(u"MMdd"_s).toLatin1())) + zvtField(0x17, zvtBcd(1, 2)) +
        zvtField(0x19, oneByte(0x70)) + zvtField(0x22, pan) + zvtField(0x29, QByteArray::fromHex(m_settings.terminalId.toLatin1())) +
        zvtField(0x2A, padded("123456789", 15, ' ')) + zvtField(0x49, euros()) + zvtField(0x88, zvtBcd(decision.trace, 3)) +
        zvtField(0x8A, oneByte(87)) + zvtField(0x8B, QByteArray{"Bancontact\0", 11});
    if (decision.receipt > 0)
        data += zvtField(0x87, zvtBcd(decision.receipt, 2));
    if (decision.originalTrace > 0)
        data += zvtField(0x37, zvtBcd(decision.originalTrace, 3));
    if (decision.result == 0)
        data += zvtField(0x3B, padded(QByteArray::number(700'000 + decision.trace), 8, '\0'));
    return {.command = ZvtCommand::StatusInformation, .data = data + zvtField(0x06, container(decision))};
}

ZvtApdu SimulatedZvtMessages::aborted() const
{
    return {.command = ZvtCommand::StatusInformation,
            .data = zvtField(0x27, oneByte(0x6C)) + zvtField(0x29, QByteArray::fromHex(m_settings.terminalId.toLatin1()))};
}

ZvtApdu SimulatedZvtMessages::failure(quint8 result)
{
    return {.command = ZvtCommand::Failure, .data = oneByte(result)};
}

ZvtApdu SimulatedZvtMessages::intermediate(quint8 code, const QString &shown) const
{
    QByteArray data = oneByte(code) + zvtBcd(3, 1);
    if (!shown.isEmpty())
        data += zvtField(0x06, zvtTlv(0x24, zvtTlv(0x07, written(shown))));
    return {.command = ZvtCommand::IntermediateStatus, .data = data};
}

ZvtApdu SimulatedZvtMessages::state(quint8 code) const
{
    const QByteArray software{"GUICHET 1"};
    return {.command = ZvtCommand::Completion, .data = zvtVariableLength(software.size(), 3) + software + oneByte(code)};
}

ZvtApdu SimulatedZvtMessages::clock(const QDateTime &now)
{
    return {.command = ZvtCommand::SetClock,
            .data = zvtField(0xAA, QByteArray::fromHex(now.toString(u"yyMMdd"_s).toLatin1())) +
                    zvtField(0x0C, QByteArray::fromHex(now.toString(u"HHmmss"_s).toLatin1()))};
}

std::vector<ZvtApdu> SimulatedZvtMessages::printed(Reader reader, const QStringList &lines, bool asBlocks) const
{
    std::vector<ZvtApdu> printed;
    QByteArray block =
        zvtTlv(0x09, oneByte(static_cast<quint8>(centred))) + zvtTlv(0x07, written(lines.first())) + zvtTlv(0x09, oneByte(0));
    printed.push_back({.command = ZvtCommand::PrintLine, .data = centred + written(lines.first())});
    for (const QString &line : lines.mid(1)) {
        block += zvtTlv(0x07, written(line));
        printed.push_back({.command = ZvtCommand::PrintLine, .data = QByteArray(1, '\0') + written(line)});
    }
    if (asBlocks)
        return {{.command = ZvtCommand::PrintTextBlock,
                 .data = zvtField(0x06, zvtTlv(0x1F07, oneByte(static_cast<quint8>(reader))) +
                                            zvtTlv(0x25, block + zvtTlv(0x09, oneByte(static_cast<quint8>(lastLine)))))}};
    printed.back().data[0] = lastLine;
    return printed;
}

std::vector<ZvtApdu> SimulatedZvtMessages::slips(const SimulatedZvtBook::Decision &decision, bool asBlocks) const
{
    const QStringList lines{u"BANCONTACT"_s, u"Reçu nº %1"_s.arg(decision.receipt, 4, 10, QChar{u'0'}),
                            u"EUR %1"_s.arg(formatMoney(decision.amount)), decision.result == 0 ? u"Accepté"_s : u"Refusé"_s};
    std::vector<ZvtApdu> slips = printed(Reader::Merchant, lines + QStringList{u"Commerçant"_s}, asBlocks);
    for (const ZvtApdu &apdu : printed(Reader::Customer, lines + QStringList{u"Client"_s}, asBlocks))
        slips.push_back(apdu);
    return slips;
}

std::vector<ZvtApdu> SimulatedZvtMessages::report(const QString &title, bool asBlocks) const
{
    return printed(Reader::Administration, {title, u"Terminal %1"_s.arg(m_settings.terminalId)}, asBlocks);
}

} // namespace guichet
