// SPDX-License-Identifier: GPL-3.0-or-later
// `guichet --screens` as the guide and `./run` call it: every picture, in the size that was asked.
#include "app/guichet/ScreenAlbum.h"
#include "tests/support/Catch.h"

#include <QComboBox>
#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestDrawing = 480'000; ///< Milliseconds: the sanitizers are slow, and a page waits for its answers.

const QStringList pictures{u"a-propos"_s,
                           u"accord"_s,
                           u"aide"_s,
                           u"bandeau-ecriture"_s,
                           u"bandeau-signature"_s,
                           u"cadeau"_s,
                           u"cadeau-solde"_s,
                           u"cadeau-bloquer"_s,
                           u"carte-a-encoder"_s,
                           u"carte-attente"_s,
                           u"carte-envoi"_s,
                           u"carte-question"_s,
                           u"carte-refusee"_s,
                           u"carte-sans-reponse"_s,
                           u"carte-tardive"_s,
                           u"centrale-relier"_s,
                           u"centrale-relier-scanne"_s,
                           u"centrale-seule"_s,
                           u"connexion"_s,
                           u"connexion-bloquee"_s,
                           u"demarrage-impossible"_s,
                           u"dossier"_s,
                           u"dossier-a-encaisser"_s,
                           u"dossier-acompte"_s,
                           u"dossier-annuler"_s,
                           u"dossier-moyen"_s,
                           u"dossier-terminal"_s,
                           u"dossier-recu"_s,
                           u"dossier-rembourser"_s,
                           u"dossiers"_s,
                           u"dossiers-vide"_s,
                           u"etiquettes"_s,
                           u"etiquettes-imprimer"_s,
                           u"fermeture"_s,
                           u"fermeture-avertie"_s,
                           u"fermeture-aveugle"_s,
                           u"fermeture-en-retard"_s,
                           u"fermeture-faite"_s,
                           u"impression"_s,
                           u"mode-ecole"_s,
                           u"ouverture"_s,
                           u"ouverture-en-retard"_s,
                           u"paiement"_s,
                           u"paiement-a-venir"_s,
                           u"paiement-cadeau"_s,
                           u"paiement-cheques"_s,
                           u"paiement-client"_s,
                           u"paiement-devis"_s,
                           u"paiement-en-attente"_s,
                           u"paiement-moyens"_s,
                           u"paiement-reference"_s,
                           u"paiement-tardif"_s,
                           u"paiements-sans-reponse"_s,
                           u"paniers-gardes"_s,
                           u"peripheriques"_s,
                           u"peripheriques-afficheur"_s,
                           u"peripheriques-assistance"_s,
                           u"peripheriques-etiquettes"_s,
                           u"peripheriques-imprimante"_s,
                           u"peripheriques-journal"_s,
                           u"peripheriques-scanner"_s,
                           u"peripheriques-terminal"_s,
                           u"peripheriques-tiroir"_s,
                           u"plus"_s,
                           u"plus-apport"_s,
                           u"plus-tiroir"_s,
                           u"plus-utilisateurs"_s,
                           u"premier-demarrage"_s,
                           u"premier-demarrage-attraction"_s,
                           u"premier-demarrage-remplacer"_s,

                           u"rapport-comptage"_s,
                           u"rapport-non-compte"_s,
                           u"rapport-pdf"_s,
                           u"rapport-x"_s,
                           u"rapport-z"_s,
                           u"reglages"_s,
                           u"rendu"_s,
                           u"stock"_s,
                           u"stock-export"_s,
                           u"stock-reassort"_s,
                           u"vente"_s,
                           u"vente-apres-coupure"_s,
                           u"vente-code-inconnu"_s,
                           u"vente-code-promo"_s,
                           u"vente-commentaire"_s,
                           u"vente-forcer"_s,
                           u"vente-formule"_s,
                           u"vente-formule-choix"_s,
                           u"vente-garder"_s,
                           u"vente-gratuite"_s,
                           u"vente-hors-ligne"_s,
                           u"vente-impression-incertaine"_s,
                           u"vente-imprimante"_s,
                           u"vente-ligne"_s,
                           u"vente-nouveau-produit"_s,
                           u"vente-poids"_s,
                           u"vente-prix"_s,
                           u"vente-recherche"_s,
                           u"vente-recherche-vide"_s,
                           u"vente-refus"_s,
                           u"vente-refus-ou-ajout"_s,
                           u"vente-seance"_s,
                           u"vente-validee"_s,
                           u"vente-recu"_s,
                           u"vente-vide"_s,
                           u"vente-vider"_s};

/// Of all pixels, sampled.
double brightness(const QImage &image)
{
    double sum = 0;
    int samples = 0;
    for (int y = 0; y < image.height(); y += 16)
        for (int x = 0; x < image.width(); x += 16, ++samples)
            sum += qGray(image.pixel(x, y));
    return sum / std::max(1, samples);
}

} // namespace

TEST_CASE("Every screen is painted into a file, in the size and the theme that were asked, and all that can be touched has a name")
{
    const QTemporaryDir folder;
    const QString out = folder.filePath(u"pictures"_s);
    QProcess program;
    program.start(QStringLiteral(GUICHET_PROGRAM), {u"--screens"_s, out, u"--size"_s, u"1024x768"_s, u"--dark"_s, u"--lang"_s, u"nl"_s});
    REQUIRE(program.waitForFinished(longestDrawing));
    INFO(program.readAllStandardError().toStdString());
    REQUIRE(program.exitCode() == 0);
    CHECK(QString::fromUtf8(program.readAllStandardOutput()).trimmed() == QDir{out}.absolutePath());
    QStringList files;
    for (const QString &name : pictures)
        files.append(name + u".png"_s);
    files.sort();
    CHECK(QDir{out}.entryList(QDir::Files, QDir::Name) == files);
    for (const QString &file : files) {
        const QImage picture{QDir{out}.filePath(file)};
        INFO(file);
        CHECK(picture.size() == QSize{1024, 768});
        CHECK(brightness(picture) < 128);
    }
}

TEST_CASE("A control without a name is found, the parts of a named one are not")
{
    QWidget page;
    page.setObjectName(u"page"_s);
    auto *field = new QLineEdit{&page};
    auto *box = new QComboBox{&page};
    box->setObjectName(u"box"_s);
    box->setEditable(true);
    new QPushButton{&page};
    page.show();
    CHECK(unnamedControls(page) == QStringList{u"QLineEdit in page"_s, u"QPushButton in page"_s});
    field->setObjectName(u"field"_s);
    CHECK(unnamedControls(page) == QStringList{u"QPushButton in page"_s});
}

TEST_CASE("A size, a clock or a language that nobody understands is refused, not passed over")
{
    const QTemporaryDir folder;
    const QString out = folder.filePath(u"pictures"_s);
    for (const QStringList &words :
         {QStringList{u"--size"_s, u"grand"_s}, QStringList{u"--clock"_s, u"hier"_s}, QStringList{u"--lang"_s, u"xx"_s}}) {
        QProcess program;
        program.start(QStringLiteral(GUICHET_PROGRAM), QStringList{u"--screens"_s, out} + words);
        REQUIRE(program.waitForFinished(longestDrawing));
        CHECK(program.exitCode() == 2);
        CHECK(program.readAllStandardError().contains(words.first().toUtf8() + ':'));
        CHECK_FALSE(QDir{out}.exists());
    }
}

} // namespace guichet
