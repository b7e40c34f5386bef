// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the model as a person reads them, in the current language.
//
// The model speaks English; names that it makes are looked up in the translation's context "Model", so a
// language that knows them replaces them and one that does not leaves them as they are.
#pragma once

#include "model/system/system_spec.h"

#include <QString>

namespace supernode {

// Names of parts ("node 18 npu 2") are put together from the words for each kind.
QString word(const std::string& ofTheModel);
QString pluralWord(const std::string& ofTheModel); // "dies", "switch boxes"
QString gradeWord(Grade grade);                    // "paper"
QString gradeSentence(Grade grade);                // "from a paper or technical report"
bool isPublished(Grade grade);                     // somebody else's number, not one of ours
// "CM384", "NVL72": where the whole name has no room.
QString shortName(const SystemSpec& system);
QString capitalized(QString text);

} // namespace supernode
