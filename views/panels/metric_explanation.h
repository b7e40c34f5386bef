// SPDX-License-Identifier: GPL-3.0-or-later
// Why a headline number has its value, as rich text: the sentence, formula with its values, what moves it,
// sources.
//
// Pure; any thread. Sensitivities may come later than the rest: null says that they are on their way.
// Promise: the input that moves it most is named first. [MetricExplanation.TheInputThatMovesItMostComesFirst]
#pragma once

#include "model/explain.h"

#include <QString>

namespace supernode {

constexpr std::size_t mostSensitivities = 5;

// `other`: a paragraph about the other machine, "" for none.
QString explanationHtml(const Metric& metric, const QString& other, const std::vector<Sensitivity>* moves);

// " · A1.04 · title of the document".
QString originHtml(const SystemSpec& system, const Provenance& from);

// Formula and terms alone, each fact with its grade and the document that it stands in; "" for neither.
QString formulaHtml(const Metric& metric, const SystemSpec* sources = nullptr);
// The inputs that move it most, likewise; null: being worked out.
QString movesHtml(const std::vector<Sensitivity>* moves, const SystemSpec* sources = nullptr);

// "link rate", "prompt tokens".
QString nameOfInput(const std::string& path);

} // namespace supernode
