// SPDX-License-Identifier: GPL-3.0-or-later
// The names that the model gives to metrics, phases, resources and parts, for the translators.
//
// The model knows no language: views look its names up in the context "Model", and this list is what tells
// the translators that they are there. Thread: any.
// Promise: no preset shows a name that is missing here. [ModelWords.HoldsEveryNameThatAPresetShows]
#pragma once

#include <QStringList>

namespace supernode {

QStringList modelWords(); // in English
// Of the facts of a machine that can be changed. Promise: every word of the table is there or among the
// others. [FactWords.EveryWordOfTheTableIsHere]
QStringList factWords();
QStringList termWords();       // of formulas, of what published cases ask, and units
QStringList metricSentences(); // that say how a metric is counted

} // namespace supernode
