// SPDX-License-Identifier: GPL-3.0-or-later
// Prefill: whole prompts pass all layers at once; the pass ends with the first token of each.
//
// What is found in the context cache is not computed, but read: it arrives over the cache network before the
// pass, its keys and values are expanded, and the new tokens attend to it. Two microbatches, where faster:
// messages of one pass behind the compute of the other. The slowest rank is the one with the hottest experts.
// A prompt longer than the tokens of a rank is shared out among ranks. Tokens count whether computed or
// cached. Limits: all prompts are equally long and start together; the pool of caches sends as fast as is
// asked; what arrives from it is no traffic on the links shown. Errors: those of instance.h and
// layer_paths.h, a network that the machine lacks. Promise: an instance of 16 NPUs prefills as fast as
// published. [Prefill.The16NpusOfThePaperComeOut]
#pragma once

#include "model/workload/language_run.h"

namespace supernode {

Result<Plan> planOf(const Asked& asked, const Prefill& workload);

struct PrefillAsked {
    double tokensPerRank = 0; // of a group of tensor ranks
    double promptTokens = 0;
    double cachedFraction = 0;
    Network cacheNetwork = Network::ScaleUp;
    int microbatches = 2;
};
struct PrefillPass {
    double seconds = 0; // arrival of the cache included
    double cacheSeconds = 0;
    double layer = 0;
    int microbatches = 1;
    Cost cost;
};
Result<PrefillPass> prefillPass(const Asked& asked, const ModelSpec& model, const Instance& instance,
                                const PrefillAsked& pass, Keep keep, Plan& plan);

// What each rank gets of a network while all ranks of its node use it; nothing where there is no such
// network.
std::optional<Bandwidth> rateOf(const SystemSpec& system, Network network);

} // namespace supernode
