import { type FiguresQuestion, networkFigures } from '@entente/engine/network';
import { answerQuestions } from '../platform/worker-answers.ts';

/* Computes networks beside the server's own thread. */

answerQuestions((question: FiguresQuestion) => [networkFigures(question)]);
