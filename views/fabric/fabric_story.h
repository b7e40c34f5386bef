// SPDX-License-Identifier: GPL-3.0-or-later
// What the rings say in words: how to read them, and which ways the selection has.
//
// Pure; any thread; in the current language.
// Promise: what goes over no plane is told. [FabricStory.TellsWhatGoesOverNoPlane]
// Promise: a pair is told how many ways are left. [FabricStory.TellsAPairHowManyWaysAreLeft]
#pragma once

#include "model/outcome/outcome.h"

#include <QString>
#include <QStringList>

#include <span>

namespace supernode {

struct FabricStory {
    QString title;
    QString lead;      // the first line, stronger
    QStringList lines; // paragraphs
    QString elsewhere; // what flows beside the planes and is not drawn; "" when nothing does
    QString failed;    // what is down and what that cuts; "" when nothing is
};

FabricStory storyOf(const Outcome& outcome, const Interval* interval, std::span<const ElementId> selection);
// The name and four short lines for the middle of the rings.
QStringList captionOf(const Outcome& outcome);

} // namespace supernode
