// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/TillOpening.h"

#include <QLoggingCategory>

#include <chrono>

namespace guichet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TillOpening::TillOpening(TillThread &till, const WorkplaceOptions &options, const QSize &size, Language language)
    : m_till{till}, m_options{options}, m_size{size}, m_language{language}
{
    m_slow.setSingleShot(true);
    m_slow.setInterval(400ms);
    connect(&m_slow, &QTimer::timeout, this, &TillOpening::showOpening);
}

void TillOpening::begin()
{
    m_asked = false;
    if (m_page)
        showOpening();
    else
        m_slow.start();
    m_till.beginOpen(m_options).then(this, [this](const Result<> &opened) { take(opened); });
}

void TillOpening::take(const Result<> &opened)
{
    m_slow.stop();
    if (opened) {
        Q_EMIT this->opened();
        return;
    }
    showFailure(opened.error());
    Q_EMIT failed();
}

void TillOpening::showFailure(const Error &error)
{
    m_error = error;
    m_asked = false;
    qWarning().noquote() << "the till cannot be opened:" << codeName(error.code) << error.detail;
    showPage();
    m_page->render(presentStartFailure(error, m_options.dataFolder, newestBackupOf(m_options.dataFolder), m_language));
}

void TillOpening::showPage()
{
    if (m_page)
        return;
    m_page = std::make_unique<StartFailureScreen>();
    m_page->setWindowTitle(u"Guichet"_s);
    connect(m_page.get(), &StartFailureScreen::retryWanted, this, &TillOpening::act);
    connect(m_page.get(), &StartFailureScreen::restoreWanted, this, [this] { m_asked ? restore() : askRestore(); });
    m_page->resize(m_size);
    m_page->show();
}

void TillOpening::showOpening()
{
    showPage();
    m_page->showOpening();
}

/// The main button: back from the question, else one more try.
void TillOpening::act()
{
    if (m_asked)
        showFailure(m_error);
    else
        begin();
}

void TillOpening::askRestore()
{
    m_asked = true;
    m_page->render(presentRestoreQuestion(newestBackupOf(m_options.dataFolder)));
}

void TillOpening::restore()
{
    m_asked = false;
    m_page->showRestoring();
    callAside([options = m_options] {
        return restoreTill(options.dataFolder, *options.clock, *options.keychain);
    }).then(this, [this](const Result<RestoredTill> &restored) {
        if (restored)
            m_page->render(presentRestored(*restored));
        else
            showFailure(restored.error());
    });
}

} // namespace guichet
