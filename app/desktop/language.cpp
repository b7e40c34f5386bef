// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/language.h"

#include <QApplication>
#include <QLocale>
#include <QTranslator>
#include <QVariant>

namespace supernode {
namespace {

constexpr const char* property = "supernodeLanguage";

} // namespace

QStringList languages() { return {"en", "zh"}; }

void applyLanguage(QApplication& application, const QString& language) {
    delete application.findChild<QTranslator*>(property, Qt::FindDirectChildrenOnly);
    application.setProperty(property, language);
    QLocale::setDefault(language == "zh" ? QLocale(QLocale::Chinese, QLocale::China)
                                         : QLocale(QLocale::English, QLocale::UnitedStates));
    auto* translator = new QTranslator(&application);
    translator->setObjectName(property);
    if (translator->load(":/i18n/supernode_" + language + ".qm"))
        application.installTranslator(translator);
}

QString currentLanguage() {
    const QVariant applied = qApp->property(property);
    return applied.isValid() ? applied.toString() : "en";
}

} // namespace supernode
