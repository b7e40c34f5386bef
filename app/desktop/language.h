// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the whole program: English in the code, all others from resources/translations.
//
// Thread: GUI. What is shown already keeps its words until it is built anew (MainWindow::rebuild).
// Promise: every string of the window has a Chinese one. [Language.EveryStringHasAChineseOne]
#pragma once

#include <QString>
#include <QStringList>

class QApplication;

namespace supernode {

QStringList languages(); // "en", "zh"
// One of languages(); numbers follow the language, too.
void applyLanguage(QApplication& application, const QString& language);
QString currentLanguage(); // "en" before anything was applied

} // namespace supernode
