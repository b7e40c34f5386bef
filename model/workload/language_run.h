// SPDX-License-Identifier: GPL-3.0-or-later
// What decode, prefill and serving share: stages from layers, and the metrics that all of them have.
//
// Two microbatches, A and B: while A is in attention, B is with the experts, then they change places. Where a
// machine states how it shares its cores (serving.attention_cores), both run on chips at the same time, and a
// layer takes twice the longer path, or as long as the HBM needs for both. Units: seconds.
#pragma once

#include "model/workload/layer_paths.h"

namespace supernode {

// How a layer is done: its length, what it is spent on, and the spans of the timeline.
struct LayerTime {
    double seconds = 0;
    int microbatches = 1;
    Cost cost; // along the longest way; adds up to seconds
    std::vector<Span> spans;
    std::vector<WorkPoint> work = {}; // of one microbatch
};

// One after the other.
LayerTime oneBatch(const LayerPaths& whole);
// Attention of one microbatch beside the experts of the other; `half` are the paths of one of them.
LayerTime besideEachOther(const LayerPaths& half, double memoryRate);
// Messages of one microbatch beside the compute of the other; `half` as above.
LayerTime messagesBehindCompute(const LayerPaths& half);

// Adds a stage and gives back its length times its repeats.
void addStage(Plan& plan, const std::string& name, const LayerTime& layer, double repeats);
// Adds operators that run so often in a pass.
void addWork(Plan& plan, const std::string& stage, std::vector<WorkPoint> work, double repeats);
void addStage(Plan& plan, const std::string& name, Lane lane, double seconds, const std::string& why);

// A metric that is modelled; `terms` in the order of the formula.
struct Made {
    const char *id, *name;
    double value;
    const char *unit, *per;
    Metric::Better better;
    std::string sentence;
    std::string formula;
    std::vector<Term> terms;
};
void add(Plan& plan, Made made);
Term given(const char* name, double value, const char* unit, const char* path); // by the scenario
Term term(const char* name, double value, const char* unit);                    // modelled
// What the memory of a rank holds.
void addMemoryMetrics(Plan& plan, const RankMemory& memory, const Instance& instance);
// Copies of its experts; nothing for a model without.
void addExpertMetric(Plan& plan, const ModelSpec& model, const Instance& instance);
// The layer, by cause, largest first; at most `most` terms.
std::vector<Term> termsOf(const Cost& cost, double scale, const char* unit);

} // namespace supernode
