<?php

declare(strict_types=1);

namespace Drupal\rostrum\Plugin\Block;

use Drupal\Core\Block\Attribute\Block;
use Drupal\Core\Block\BlockBase;
use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\Plugin\ContainerFactoryPluginInterface;
use Drupal\Core\StringTranslation\TranslatableMarkup;
use Symfony\Component\DependencyInjection\ContainerInterface;

/**
 * A piece of Rostrum, with words of the page's own for as long as it is not there.
 */
#[Block(
  id: 'rostrum_piece',
  admin_label: new TranslatableMarkup('Rostrum'),
  category: new TranslatableMarkup('Content'),
)]
final class PieceBlock extends BlockBase implements ContainerFactoryPluginInterface {

  /**
   * A path of this host: "//" would lead to another.
   */
  private const PATH = '#^/(?!/)[^\s\\\\]*$#D';

  public function __construct(
    array $configuration,
    $plugin_id,
    $plugin_definition,
    private readonly ConfigFactoryInterface $configFactory,
  ) {
    parent::__construct($configuration, $plugin_id, $plugin_definition);
  }

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container, array $configuration, $plugin_id, $plugin_definition): self {
    return new self($configuration, $plugin_id, $plugin_definition, $container->get('config.factory'));
  }

  /**
   * {@inheritdoc}
   */
  public function defaultConfiguration(): array {
    return [
      'view' => 'press',
      'routing' => 'hash',
      'route' => '',
      'lang' => '',
      'theme' => '',
      'fallback' => ['value' => '', 'format' => NULL],
    ];
  }

  /**
   * What can be chosen of each attribute; the empty choice leaves it out.
   */
  private function choices(): array {
    return [
      'view' => [$this->t('What it shows'), [
        'menu' => $this->t('Menu'),
        'press' => $this->t('Press releases'),
        'release' => $this->t('One press release'),
        'timeline' => $this->t('Timeline of chairpersonships'),
        'site' => $this->t('The whole site'),
      ]],
      'routing' => [$this->t('Where its place stands'), [
        'hash' => $this->t('After # in the address'),
        'none' => $this->t('Not in the address'),
        'path' => $this->t('In the path'),
      ]],
      'lang' => [$this->t('Language'), [
        '' => $this->t("The page's own"),
        'ar' => 'العربية',
        'de' => 'Deutsch',
        'en' => 'English',
        'es' => 'Español',
        'fr' => 'Français',
        'it' => 'Italiano',
        'ru' => 'Русский',
      ]],
      'theme' => [$this->t('Light or dark'), [
        '' => $this->t("As the visitor's system is"),
        'light' => $this->t('Light'),
        'dark' => $this->t('Dark'),
      ]],
    ];
  }

  /**
   * {@inheritdoc}
   */
  public function blockForm($form, FormStateInterface $form_state): array {
    foreach ($this->choices() as $name => [$title, $options]) {
      $form[$name] = [
        '#type' => 'select',
        '#title' => $title,
        '#options' => $options,
        '#default_value' => $this->configuration[$name],
      ];
    }
    $form['route'] = [
      '#type' => 'textfield',
      '#title' => $this->t('Where it begins'),
      '#description' => $this->t('A path of the site, such as /countries/kazakhstan/. Empty: where such a piece begins by itself.'),
      '#default_value' => $this->configuration['route'],
    ];
    $form['fallback'] = [
      '#type' => 'text_format',
      '#title' => $this->t('Until it is there'),
      '#description' => $this->t('Shows while the piece loads, and stays without scripts: best a link to the same on another page.'),
      '#default_value' => $this->configuration['fallback']['value'],
      '#format' => $this->configuration['fallback']['format'],
    ];
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function blockValidate($form, FormStateInterface $form_state): void {
    $route = $form_state->getValue('route');
    if ($route !== '' && !preg_match(self::PATH, $route)) {
      $form_state->setErrorByName('route', $this->t('Give a path that begins with one slash, such as /press/.'));
    }
  }

  /**
   * {@inheritdoc}
   */
  public function blockSubmit($form, FormStateInterface $form_state): void {
    foreach (array_keys($this->defaultConfiguration()) as $name) {
      $this->configuration[$name] = $form_state->getValue($name);
    }
  }

  /**
   * {@inheritdoc}
   */
  public function build(): array {
    $settings = $this->configFactory->get('rostrum.settings');
    $folder = rtrim((string) $settings->get('folder'), '/') . '/';
    $attributes = ['bundle' => $folder . 'bundle/'];
    foreach ($this->choices() as $name => [, $options]) {
      $value = (string) $this->configuration[$name];
      if ($value !== '' && isset($options[$value])) {
        $attributes[$name] = $value;
      }
    }
    if (preg_match(self::PATH, (string) $this->configuration['route'])) {
      $attributes['route'] = $this->configuration['route'];
    }
    return [
      '#type' => 'html_tag',
      '#tag' => 'rostrum-app',
      '#attributes' => $attributes,
      'fallback' => [
        '#type' => 'processed_text',
        '#text' => $this->configuration['fallback']['value'],
        '#format' => $this->configuration['fallback']['format'],
      ],
      '#attached' => [
        'html_head' => [[
          [
            '#tag' => 'script',
            '#attributes' => ['type' => 'module', 'src' => $folder . 'embed.js'],
          ],
          'rostrum_embed',
        ]],
      ],
      '#cache' => ['tags' => $settings->getCacheTags()],
    ];
  }

}
