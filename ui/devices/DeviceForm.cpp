// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/DeviceForm.h"

#include "ui/pages/PageHead.h"
#include "ui/widgets/ChipRow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int formWidth = 880;
constexpr int narrowestChip = 200;

} // namespace

DeviceForm::DeviceForm(QWidget *host)
    : Sheet{host}, m_grid{new QGridLayout}, m_chips{new ChipRow{narrowestChip}}, m_chipsTitle{caption(tr("Branché maintenant"), nullptr)},
      m_words{new TextLabel{{}, TextRole::BodyStrong, Tone::Danger}}
{
    setContentWidth(formWidth);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(12);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_words->setObjectName(u"device.words"_s);
    m_words->setWordWrap(true);
    m_words->hide();
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(m_grid);
    layout->addWidget(m_chipsTitle);
    layout->addWidget(m_chips);
    layout->addWidget(m_words);
    layout->addStretch(1);
    setContent(content);
    m_probe = addButton(tr("Vérifier l’adresse"), BigButton::Kind::Normal, u"device.probe"_s);
    connect(m_probe, &BigButton::clicked, this, &DeviceForm::probe);
    connect(m_chips, &ChipRow::chosen, this, [this](const QString &path) {
        if (m_portField)
            m_portField->setText(path);
        renderPorts();
    });
}

QWidget *DeviceForm::addLabelled(const QString &label, QWidget *editor)
{
    auto *whole = new QWidget{content()};
    auto *layout = new QVBoxLayout{whole};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    editor->setAccessibleName(label);
    layout->addWidget(caption(label, whole));
    layout->addWidget(editor);
    m_fields.push_back({editor, whole});
    return whole;
}

QComboBox *DeviceForm::addChoice(const QString &label, const QString &objectName, const std::vector<std::pair<QString, QString>> &options)
{
    auto *box = new QComboBox;
    box->setObjectName(objectName);
    for (const auto &[key, name] : options)
        box->addItem(name, key);
    addLabelled(label, box);
    return box;
}

QLineEdit *DeviceForm::addField(const QString &label, const QString &objectName, int longest)
{
    auto *field = new QLineEdit;
    field->setObjectName(objectName);
    field->setMaxLength(longest);
    addLabelled(label, field);
    connect(field, &QLineEdit::textEdited, m_words, &QWidget::hide);
    return field;
}

QCheckBox *DeviceForm::addCheck(const QString &label, const QString &objectName)
{
    auto *box = new QCheckBox{label, content()};
    box->setObjectName(objectName);
    m_fields.push_back({box, box});
    return box;
}

void DeviceForm::layOut(const std::vector<QWidget *> &fields)
{
    for (const Field &field : m_fields) {
        m_grid->removeWidget(field.whole);
        field.whole->setVisible(std::ranges::find(fields, field.editor) != fields.end());
    }
    int cell = 0;
    for (const QWidget *editor : fields) {
        const auto field = std::ranges::find(m_fields, editor, &Field::editor);
        const bool isWide = field->editor == field->whole; // a check box, whose words are long
        cell += isWide ? cell % 2 : 0;
        m_grid->addWidget(field->whole, cell / 2, cell % 2, 1, isWide ? 2 : 1, Qt::AlignBottom);
        cell += isWide ? 2 : 1;
    }
    m_words->hide();
}

void DeviceForm::offerPorts(std::optional<FoundPort::Kind> kind, QLineEdit *field)
{
    m_wanted = kind;
    m_portField = field;
    renderPorts();
}

void DeviceForm::setPorts(const std::vector<FoundPort> &ports)
{
    if (ports == m_ports)
        return;
    m_ports = ports;
    renderPorts();
}

void DeviceForm::renderPorts()
{
    std::vector<ChipState> chips;
    for (const FoundPort &port : m_ports)
        if (m_wanted == port.kind)
            chips.push_back(
                {.id = port.path, .text = port.path, .note = port.title, .selected = m_portField && m_portField->text() == port.path});
    m_chips->render(chips);
    m_chips->setVisible(!chips.empty());
    m_chipsTitle->setText(chips.empty() ? tr("Rien n’est branché") : tr("Branché maintenant"));
    m_chipsTitle->setVisible(m_wanted.has_value());
}

void DeviceForm::probe()
{
    const auto [host, port] = probedPlace();
    m_words->setTone(Tone::Muted);
    m_words->setText(tr("Vérification …"));
    m_words->show();
    Q_EMIT probeWanted(host, port);
}

void DeviceForm::showProbe(bool answers)
{
    m_words->setTone(answers ? Tone::Positive : Tone::Danger);
    m_words->setText(answers ? tr("Quelqu’un répond à cette adresse.")
                             : tr("Rien ne répond à cette adresse : l’appareil est-il allumé, sur le même réseau ?"));
    m_words->show();
}

void DeviceForm::showRefusal(const QString &sentence)
{
    m_words->setTone(Tone::Danger);
    m_words->setText(sentence);
    m_words->show();
    reveal(*m_words);
}

} // namespace guichet
