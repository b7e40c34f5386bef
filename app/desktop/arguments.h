// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of supernode-explorer as a value.
//
// Errors: an option, a word or a number that is not understood, with what would be.
#pragma once

#include "model/base/result.h"
#include "model/base/units.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace supernode {

struct DesktopArguments {
    QString scenario = "all-to-all"; // preset or file
    QString mode = "explore";        // explore, compare, errors
    QString view = "hall";           // of Explore: a word of exploreViewWords()
    QString colouring = "load";      // of links: a word of colouringWords()
    QString page = "machines";       // of Compare: a word of pageWords()
    QString select;                  // name of an element
    QString sheet;                   // a word of sheetWords(), "" for none
    std::optional<Duration> at;
    QString language = "en";
    QString theme = "dark";
    QString renderer = "auto"; // auto, gpu, software
    QSize size{1440, 900};
    bool start = false; // the first sight: asked for, or nothing else is
    QString picture;    // write this state there and quit
    bool smoke = false;
    QString pictures; // folder for the pictures of --smoke
    bool help = false, version = false;
};

// `arguments` without the program's name.
Result<DesktopArguments> readArguments(const QStringList& arguments);
QString helpText();
QStringList sheetWords();     // in the order of their pages
QStringList colouringWords(); // in the order of Colouring
QStringList pageWords();      // of Compare, in their order

// "120us", "1.5 ms", "0.2s".
std::optional<Duration> readTime(const QString& text);

} // namespace supernode
