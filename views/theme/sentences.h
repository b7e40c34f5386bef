// SPDX-License-Identifier: GPL-3.0-or-later
// Whole sentences of the model in the current language.
//
// The model makes them in English out of names and numbers. Each is told by its pattern, and what stands in
// the places of the pattern is put into words by itself; a sentence of no known pattern stays English. Pure;
// GUI thread. Promise: what holds back each preset is said in Chinese.
// [Language.WhatHoldsBackEveryPresetIsSaidInChinese]
#pragma once

#include <QString>

#include <string>

namespace supernode {

QString sentences(const std::string& ofTheModel);
// The name of a term, and the formula that it stands in: "nodes x chips of a node".
// Promise: in Chinese no formula of the board is English. [NumberSheetTest.InChineseTheSheetIsChinese]
QString termText(const std::string& ofTheModel);
QString formulaText(const std::string& ofTheModel);

} // namespace supernode
