// SPDX-License-Identifier: GPL-3.0-or-later
// Prefill: whole prompts pass all layers at once; the pass ends with the first token of each.
//
// What is found in the context cache is not computed, but read: whole blocks of it, which arrive before the
// pass at the rate of the cache network or of the software of the pool, which ever is less; over a network
// whose card sits at a CPU they come to its memory first. Its keys and values are expanded, and the new
// tokens attend to it. Two microbatches, where faster: messages of one pass behind the compute of the other.
// The slowest rank is the one with the hottest experts. A prompt longer than the tokens of a rank is shared
// out among ranks. Ranks that share prompts (prompt_ranks; the staged parallelism of arXiv:2506.12708,
// section 4.3, as we read it) pack them and take even parts: the projections down of their own tokens, then,
// behind an all-gather of the short vectors, their own heads over all tokens, and behind an all-to-all the
// projection back and all else of their own tokens again; each holds all dense matrices. Where one alone is
// asked for, parts of prompts cost no message. Tokens count whether computed or cached. Limits: all prompts
// are equally long and start together; the pool of caches sends as fast as is asked; what arrives from it is
// no traffic on the links shown. Errors: those of instance.h and layer_paths.h, a network that the machine
// lacks. Promise: an instance of 16 NPUs prefills as fast as published. [Prefill.The16NpusOfThePaperComeOut]
// Promise: only whole blocks are found again. [Prefill.OnlyWholeBlocksAreFoundInTheCache] Promise: ranks that
// share a prompt pay for what they swap. [PromptRanks.RanksThatShareAPromptPayForWhatTheySwap]
#pragma once

#include "model/workload/language_run.h"

namespace supernode {

Result<Plan> planOf(const Asked& asked, const Prefill& workload);

struct PrefillAsked {
    double tokensPerRank = 0; // of a group of tensor ranks or of ranks that share prompts
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

// Of each prompt, tokens that are found where `fraction` of it was cached: whole blocks, never the last
// token.
double tokensFound(const SystemSpec& system, double promptTokens, double fraction);
// Until so many bytes of the pool of caches are in each rank while all ranks of its node ask for theirs;
// nothing where there is no such network.
std::optional<Duration> arrivalOf(const SystemSpec& system, Network network, Bytes size);

} // namespace supernode
