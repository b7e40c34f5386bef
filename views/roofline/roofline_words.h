// SPDX-License-Identifier: GPL-3.0-or-later
// What the roofline says in words, and its roofs with where their numbers come from.
//
// Pure; any thread; in the current language.
// Promise: work that computes nothing says so in one sentence.
// [RooflineWords.WorkThatComputesNothingSaysSo]
#pragma once

#include "views/roofline/roofline_picture.h"

namespace supernode {

// Peaks of the units that the work uses, all of the chip's where it uses none; then the HBM. One endpoint's.
std::vector<Roof> arithmeticRoofs(const Outcome& outcome);
Roof fabricRoof(const Outcome& outcome);
Roof scaleOutRoof(const Outcome& outcome); // of a machine that has such a network

// "A pass is held by matrix units 52 %, HBM 26 %, ..."
QString headlineOf(const RooflinePicture& picture);
// One paragraph: where it stands, how much of its roof it gets, what holds it.
QString sentenceOf(const RoofMark& mark, const RooflinePicture& picture);
QString sentenceOf(const Roof& roof, const RooflinePicture& picture);
QString limitWord(WorkLimit limit); // of a legend
QString wholePercent(double share); // "52 %"

} // namespace supernode
