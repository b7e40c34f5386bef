// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/scenario_code.h"

#include "app/files/deflate.h"
#include "app/files/open_scenario.h"
#include "app/files/short_scenario.h"
#include "app/files/typed_code.h"

namespace supernode {
namespace {

enum Form : int { Plain = 0, Deflated = 1 }; // of the bytes; printed codes hold these numbers

constexpr std::size_t mostScenarioBytes = 4096; // more is no scenario that fitted into a code

// What scenarios are written with, the likeliest last. Printed codes need it as it is: another dictionary is
// another Form.
constexpr std::string_view dictionary =
    R"(vpc"scale-up"write"intra-node"cpu"scattered"ring"halving-doubling"direct"hierarchical"in-switch"bf16"fp8"nvfp4"fp8-nvfp4"perfect")"
    R"(hashed"plane-per-destination"adaptive"atlas950"cloudmatrix384-x4"cloudmatrix-256"cloudmatrix-128"cloudmatrix-64"cloudmatrix-32"cloudmatrix-16")"
    R"("transfer.read_share","compute.memory_share","collective.share","serving.decode_skew","scale_out.rate","cost.maximum_power",)"
    R"("chip.hbm_capacity","chip.bf16_dense",376,"chip.eight_bit_dense","power.chosen","fabric.supernodes","fabric.spines_per_plane","node.cpus","node.chips","node.count","chip.hbm_bandwidth","fabric.link_rate","fabric.planes",)"
    R"({"kind":"training-step","model":"llama-3-70b","chips":384,"sequence_tokens":"global_batch":"microbatch":"pipeline_parallel":"context_parallel":"expert_parallel":)"
    R"({"kind":"flows","flows":[{"from":"node 1 npu 1 die 1","to":"node 3 npu 1 die 1","bytes":67108864,"start_us":100,"network":"scale-up"},{"from":"node 2 npu )"
    R"({"kind":"point-to-point","operation":"read","target":"cpu","scope":"intra-node","from":"","to":"","network":"scale-out","bytes":)"
    R"({"kind":"broadcast","bytes":268435456{"kind":"permutation","seed":{"kind":"incast","bytes":33554432{"kind":"hotspot","share":0.25,"to":"node )"
    R"({"kind":"reduce-scatter","bytes":16777216{"kind":"all-gather","bytes":134217728{"kind":"specification"}{"kind":"kv-transfer","senders":"receivers":"bytes":)"
    R"("zipf":"redundant":"placement":"algorithm":"operation":"tokens_per_rank":"top_k":"hidden":"experts":"element":{"kind":"moe-combine","ranks":256{"kind":"moe-dispatch","ranks":256)"
    R"("deepseek-v3"llama-3-405b"qwen3-235b-a22b"gpt-3-175b"tensor_parallel":"cached_fraction":"cache_network":"prompt_tokens":"tokens_per_chip":{"kind":"prefill","chips":16,)"
    R"("transfer_network":"output_token_limit_ms":"first_token_limit_ms":4000,"mtp_acceptance":"decode_chips":320,"decode_instances":"prefill_chips":32,"prefill_instances":{"kind":"serving","arrivals_per_second":60,)"
    R"("precision":"microbatches":1,"expert_balance":"output_tokens":"batch_per_chip":96{"kind":"decode","chips":160,"context_tokens":2048,"mtp_acceptance":0.7,)"
    R"(["gb200-nvl72",{"kind":"all-reduce","bytes":536870912},["a"]],["cloudmatrix384",{"kind":"all-to-all"},["fabric.planes",6,["m)";

CodedBytes packed(const std::string& text) {
    std::string small = deflated(text, dictionary);
    return small.size() < text.size() ? CodedBytes{Deflated, std::move(small)} : CodedBytes{Plain, text};
}

std::string whatMakesItLong(const Scenario& scenario) {
    Scenario untouched = scenario;
    untouched.changes.clear();
    const Result<std::string> text = shortScenario(untouched);
    const bool work = !text || typedLength(packed(*text).bytes.size()) > mostCodeCharacters;
    return work ? "its workload, a list of its own,"
                : "its " + std::to_string(scenario.changes.size()) + " changes";
}

} // namespace

Result<std::string> codeOf(const Scenario& scenario) {
    using Answer = Result<std::string>;
    const Result<std::string> text = shortScenario(scenario);
    if (!text)
        return Answer::refused(text.issues());
    const CodedBytes coded = packed(*text);
    const std::size_t length = typedLength(coded.bytes.size());
    if (length <= mostCodeCharacters)
        return typedCode(coded);
    return Answer::refused(Issue{"code",
                                 whatMakesItLong(scenario) + " would take a code of " +
                                     std::to_string(length) + " characters, and " +
                                     std::to_string(mostCodeCharacters) + " is the most to type",
                                 "save it as a file, or take some back"});
}

Result<Scenario> scenarioOfCode(std::string_view code) {
    using Answer = Result<Scenario>;
    const Result<CodedBytes> coded = readTypedCode(code);
    if (!coded)
        return Answer::refused(coded.issues());
    if (coded->form != Plain && coded->form != Deflated)
        return Answer::refused(
            Issue{"code", "was made by a newer program", "read it with a newer Supernode Explorer"});
    const std::optional<std::string> text = coded->form == Plain
                                                ? std::optional(coded->bytes)
                                                : inflated(coded->bytes, dictionary, mostScenarioBytes);
    if (!text)
        return Answer::refused(Issue{"code", "holds no scenario", "give a code of supernode"});
    const Result<Scenario> scenario = readShortScenario(*text);
    return scenario ? withModel(*scenario) : scenario;
}

} // namespace supernode
