// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector says about one element: what it is, how busy it is, why, and where each number comes
// from.
//
// Pure; any thread. Modelled rows belong to one interval; fact rows are the machine's data with their
// sources. Promise: every row says where it comes from. [Inspection.EveryRowSaysWhereItComesFrom]
#pragma once

#include "model/outcome/outcome.h"

#include <QStringList>

#include <vector>

namespace supernode {

struct InspectionRow {
    QString label, value;
    Grade grade = Grade::Modelled;
    QString explanation;   // formula with its values, or what the grade means, and the note
    QString sourceTitle;   // with the year; "" for our own numbers
    QString sourceAddress; // of a page
    QString factId;        // "A1.14"
    QString element = {};  // where to look: "link node 18 plane 3 l2 7"
};

struct Inspection {
    ElementId element; // the last one of several
    int parts = 1;
    QString title, subtitle;
    QString whyTitle, why; // both "" when there is nothing to say
    QStringList notes;     // of the system: what the answer left out or put in the place of something
    std::vector<InspectionRow> rows;
    bool failed = false;
    ElementId cause;           // what must be restored to bring it back: itself, or what took it down
    bool canFail = false;      // the system as a whole cannot
    double speedPercent = 100; // that a what-if leaves its links, of the healthy rate
    QString speedName;         // "Links run at", "Memory runs at"
    QString copyText;          // "Copy its hottest expert"; "" where there is none
    QString failText;          // "Fail node"
    QString restoreText;       // "Restore node", "Restore plane 3"
};

Inspection inspectionOf(const Outcome& outcome, const Interval& interval, ElementId element);

} // namespace supernode
