// SPDX-License-Identifier: GPL-3.0-or-later
// The questions that come with the program, as a list to choose from: a title and a sentence for each.
//
// Pure; any thread. Promise: every preset has its sentence. [PresetWords.EveryPresetHasItsSentence]
#pragma once

#include "views/panels/choice_field.h"

namespace supernode {

std::vector<Option> presetOptions();
std::vector<Option> modelOptions(); // DeepSeek-R1 first

} // namespace supernode
