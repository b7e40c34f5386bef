// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences that say how a metric is counted, piece by piece, for the translators.
#include "views/theme/model_words.h"

#include <QCoreApplication>

namespace supernode {
namespace {

constexpr const char* words[] = {
    QT_TRANSLATE_NOOP("Model", "Above this rate a queue grows without end"),
    QT_TRANSLATE_NOOP("Model", "All layers, the head and the overhead of a step, added up by what it is "
                               "spent on along the longest way"),
    QT_TRANSLATE_NOOP("Model", "As the scenario asks"),
    QT_TRANSLATE_NOOP("Model",
                      "Bytes of the buffer of one rank divided by the time, as nccl-tests counts them"),
    QT_TRANSLATE_NOOP("Model", "Chips whose ranks share the batch evenly; others stay idle"),
    QT_TRANSLATE_NOOP("Model", "Chips x HBM bandwidth of a chip"),
    QT_TRANSLATE_NOOP("Model", "Chips x HBM of a chip"),
    QT_TRANSLATE_NOOP("Model", "Chips x dense 4-bit of a chip"),
    QT_TRANSLATE_NOOP("Model", "Chips x dense BF16 of a chip"),
    QT_TRANSLATE_NOOP("Model", "Chips x dense INT8 or FP8 of a chip"),
    QT_TRANSLATE_NOOP("Model", "Chips x modules of the scale-out network for each"),
    QT_TRANSLATE_NOOP("Model", "Copies of the model, each with a part of the batch"),
    QT_TRANSLATE_NOOP("Model", "Endpoints x planes x link rate, one direction"),
    QT_TRANSLATE_NOOP("Model", "Endpoints x rate of their scale-out link, one direction"),
    QT_TRANSLATE_NOOP("Model", "Energy of the whole machine over the bits of payload that arrive: compute, "
                               "memory and idle parts are in it, so it is far above what a link alone needs"),
    QT_TRANSLATE_NOOP("Model", "FLOPs that the model needs, forward and backward and nothing made again, "
                               "over the dense peak of the chips at work in the format of the products"),
    QT_TRANSLATE_NOOP(
        "Model", "Attention counts half of its square; modules that predict further tokens do not count"),
    QT_TRANSLATE_NOOP(
        "Model",
        "From one token of a request to the next: a step, over the tokens that a request gets in it"),
    QT_TRANSLATE_NOOP("Model", "From the first microbatch to the last new weight, added up by what the stage "
                               "with most to do spends it on"),
    QT_TRANSLATE_NOOP(
        "Model",
        "From the start of the kernel until the hottest rank has sent and received its last message"),
    QT_TRANSLATE_NOOP("Model", "From the start until the last byte arrives; flows share links max-min fairly "
                               "and share again whenever one ends"),
    QT_TRANSLATE_NOOP("Model", "At line rate without latency, as read or write with the measured one"),
    QT_TRANSLATE_NOOP("Model", "Keys and values of one prompt from prefill to decode"),
    QT_TRANSLATE_NOOP("Model",
                      "Links between endpoints and switch chips and between the tiers; CPU links apart"),
    QT_TRANSLATE_NOOP(
        "Model",
        "Mean over both directions of all links that are up, CPU links apart, at the busiest instant"),
    QT_TRANSLATE_NOOP("Model", "Mean over the run, of all parts with their idle shares, fans and conversion"),
    QT_TRANSLATE_NOOP("Model", "Parts that are down draw nothing"),
    QT_TRANSLATE_NOOP("Model", "Memory in use of one rank, of the HBM that it has"),
    QT_TRANSLATE_NOOP("Model", "Memory in use of the fullest rank, of the HBM that it has"),
    QT_TRANSLATE_NOOP("Model", "Messages that the rank with the most popular experts gets, over the mean of "
                               "all ranks; 1 is perfectly balanced"),
    QT_TRANSLATE_NOOP("Model", "Of each copy of the model, one after the other through its pipeline"),
    QT_TRANSLATE_NOOP("Model", "Of one decode instance, in the mean over time"),
    QT_TRANSLATE_NOOP("Model", "One layer for both microbatches: messages of one behind the compute of the "
                               "other; twice the longer of both"),
    QT_TRANSLATE_NOOP("Model", "One layer for both microbatches: twice the longer of attention and experts, "
                               "which run side by side on their shares of the cores"),
    QT_TRANSLATE_NOOP("Model",
                      "One, and with multi-token prediction the share of predicted tokens that are accepted"),
    QT_TRANSLATE_NOOP("Model", "Optical cables x modules at their ends"),
    QT_TRANSLATE_NOOP(
        "Model", "Ordered pairs of the workload whose ends are up and joined by a plane, of all of them"),
    QT_TRANSLATE_NOOP(
        "Model", "Ordered pairs of the workload with an end that is down or with no plane that joins them"),
    QT_TRANSLATE_NOOP("Model", "Part of the step in which the ranks of the stage with most to do wait for "
                               "messages that nothing hides"),
    QT_TRANSLATE_NOOP("Model", "Payload bytes divided by the time from the first request to the last byte"),
    QT_TRANSLATE_NOOP("Model", "Payload that all ranks send, divided by the ranks and by the time"),
    QT_TRANSLATE_NOOP(
        "Model", "Payload that arrives, over all receivers, divided by the time until the last byte arrives"),
    QT_TRANSLATE_NOOP("Model", "Power of the whole machine over the time of the run, at the mains"),
    QT_TRANSLATE_NOOP("Model", "Power of the whole machine over the tokens it makes a second"),
    QT_TRANSLATE_NOOP("Model", "Racks of nodes and of switches"),
    QT_TRANSLATE_NOOP("Model", "Racks x width x depth, without the aisles"),
    QT_TRANSLATE_NOOP("Model", "Ranks x tokens of a rank"),
    QT_TRANSLATE_NOOP(
        "Model", "Requests in a second that get their first token and their further ones within the limits"),
    QT_TRANSLATE_NOOP("Model", "Share of the time in which a prefill instance computes"),
    QT_TRANSLATE_NOOP("Model", "The least rate of any pair while all flows run, over all its planes"),
    QT_TRANSLATE_NOOP("Model", "The pass of a batch of prompts through all layers, the arrival of what is "
                               "cached included; no waiting before it"),
    QT_TRANSLATE_NOOP("Model", "Added up by what it is spent on along the longest way"),
    QT_TRANSLATE_NOOP("Model", "The same without the peak: FLOPs that the model needs, a second and chip"),
    QT_TRANSLATE_NOOP("Model", "Throughput over all racks, those of the switches too"),
    QT_TRANSLATE_NOOP("Model", "Throughput over the chips of all instances of both kinds"),
    QT_TRANSLATE_NOOP("Model", "Throughput over the price of the machine"),
    QT_TRANSLATE_NOOP("Model", "Throughput over the published power at full load"),
    QT_TRANSLATE_NOOP("Model", "Time in which pipeline stages have no microbatch to work on, over that of "
                               "all stages until the last microbatch is back"),
    QT_TRANSLATE_NOOP("Model", "Time of messages that pass while the rank computes, over the step"),
    QT_TRANSLATE_NOOP("Model", "Time to first token against the same prompts with nothing cached"),
    QT_TRANSLATE_NOOP("Model", "Tokens it makes a second over the power of the whole machine"),
    QT_TRANSLATE_NOOP("Model", "Tokens of a rank x top-k x bytes of a message, divided by the time, start-up "
                               "included: as it is published, so what stays on the own rank counts, too"),
    QT_TRANSLATE_NOOP(
        "Model", "Tokens of prompts that a chip takes in, computed or found in the cache, over the pass"),
    QT_TRANSLATE_NOOP("Model", "Tokens of prompts that the instance takes in"),
    QT_TRANSLATE_NOOP("Model", "Tokens of the global batch over the time of a step and the NPUs at work"),
    QT_TRANSLATE_NOOP("Model", "Tokens of the global batch over the time of a step and the GPUs at work"),
    QT_TRANSLATE_NOOP("Model", "Tokens that all chips at work train on in a second"),
    QT_TRANSLATE_NOOP("Model", "Tokens that all requests of the instance get in a second"),
    QT_TRANSLATE_NOOP("Model",
                      "Tokens that are put out in a second: nothing is lost while the queues are stable"),
    QT_TRANSLATE_NOOP("Model",
                      "Tokens that the requests of one NPU get in a second, while all of them decode"),
    QT_TRANSLATE_NOOP("Model",
                      "Tokens that the requests of one GPU get in a second, while all of them decode"),
    QT_TRANSLATE_NOOP("Model", "What half of the nodes can send to the other half: the lesser of what they "
                               "inject and of their uplinks, one direction"),
    QT_TRANSLATE_NOOP(
        "Model", "What one rank holds: weights, the cache of its sequences at full length, rows in flight"),
    QT_TRANSLATE_NOOP("Model", "60 million yuan in April 2025"),
    QT_TRANSLATE_NOOP("Model", "All-in"),
    QT_TRANSLATE_NOOP("Model", "All-in, by the author of the figure for the other system"),
    QT_TRANSLATE_NOOP("Model", "The vendor gives 120 kW for the rack alone (B3.01)"),
    QT_TRANSLATE_NOOP("Model", "The same author later wrote close to 600 kW (A3.37)"),
    QT_TRANSLATE_NOOP("Model", "No stress maximum is published; the all-in figure stands in, as it is above "
                               "the 120 kW of the rack (B3.01)"),
    QT_TRANSLATE_NOOP("Model", "The rack, without what is around it; press 3.0 M, all-in 3.9 M"),
    QT_TRANSLATE_NOOP("Model", "That of CloudMatrix 384 by the number of chips"),
    QT_TRANSLATE_NOOP("Model", "Nobody published it: that of CloudMatrix 384 by the number of chips"),
    QT_TRANSLATE_NOOP("Model",
                      "Stress maximum of the racks, 12 x 54 + 4 x 17.8 kW; not the power in service"),
};

} // namespace

QStringList metricSentences() {
    QStringList list;
    for (const char* const word : words)
        list << QString::fromUtf8(word);
    return list;
}

} // namespace supernode
